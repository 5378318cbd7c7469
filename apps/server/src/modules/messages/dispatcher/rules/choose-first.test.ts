import { expect, it } from 'vitest';
import { chooseFirst } from './choose-first.ts';

it('begins nine turns in ten with replies, and one in twenty each with automations and with campaigns', () => {
  const turns = Array.from({ length: 100 }, (_, index) => chooseFirst((index + 0.5) / 100));
  const count = (priority: number) => turns.filter((first) => first === priority).length;
  expect([count(0), count(1), count(2)]).toEqual([90, 5, 5]);
});
