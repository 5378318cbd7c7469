import { contentKinds } from '@renkei/contract';
import { expect, test } from 'vitest';
import { contentKindInfo } from './kind-info.ts';
import { contentRegistry } from './registry.ts';

test('every kind of content has its view, its icon and its name', () => {
  expect(Object.keys(contentRegistry).toSorted()).toEqual(contentKinds.toSorted());
  expect(Object.keys(contentKindInfo).toSorted()).toEqual(contentKinds.toSorted());
});
