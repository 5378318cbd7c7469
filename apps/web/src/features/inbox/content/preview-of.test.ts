import type { Content } from '@renkei/contract';
import { expect, test } from 'vitest';
import { makeMedia, makeMessage } from '../testing/make-message.ts';
import { previewOf } from './preview-of.ts';

const previews: readonly (readonly [Content, string])[] = [
  [{ kind: 'text', body: '*Hi*\nthere' }, 'Hi there'],
  [{ kind: 'image', mediaId: 'm', caption: 'A _box_' }, 'A box'],
  [{ kind: 'image', mediaId: 'm' }, ''],
  [{ kind: 'location', latitude: 1, longitude: 2, address: 'High St' }, 'High St'],
  [{ kind: 'contacts', cards: [{ name: 'Emma', phones: [], emails: [] }] }, 'Emma'],
  [{ kind: 'product', catalogId: '1', productId: 'POT-9' }, 'POT-9'],
  [{ kind: 'order', catalogId: '1', items: [] }, ''],
  [{ kind: 'flow_reply', body: 'Sent', token: null, answers: [] }, ''],
  [{ kind: 'revoked', was: 'text' }, ''],
  [{ kind: 'buttons', body: 'When?', buttons: [] }, 'When?'],
];

test.each(previews)('the first words of %o', (content, words) => {
  expect(previewOf(makeMessage({ content }))).toBe(words);
});

test('a document without a name of its own is called by its file', () => {
  const message = makeMessage({
    content: { kind: 'document', mediaId: 'm' },
    media: makeMedia({ fileName: 'offer.pdf' }),
  });
  expect(previewOf(message)).toBe('offer.pdf');
});
