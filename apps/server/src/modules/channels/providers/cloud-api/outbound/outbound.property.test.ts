import {
  contentSchemas,
  listMediaReferences,
  type SendableContent,
  sendableContentSchema,
  sendableKinds,
} from '@renkei/contract';
import { parseMarketingMessageRequest, parseSendRequest } from '@renkei/graph-api';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryOf } from '../../../../../../test/arbitrary-of.ts';
import { sampleContents } from '../../../../../../test/sample-contents.ts';
import { buildSendRequest, findContentFault } from '../build-send-request.ts';

const now = new Date('2027-01-01T00:00:00Z');

const samples = sampleContents({
  media: { image: 'image', video: 'video', audio: 'audio', document: 'document', sticker: 'sticker' },
  targetMessageId: 'target',
  flow: { id: '1234567890', name: 'booking' },
});

/** Whatever the contract lets in; some of it breaks limits of Meta's. */
function contentOf(kind: SendableContent['kind']): fc.Arbitrary<SendableContent> {
  return arbitraryOf(contentSchemas[kind]).map((value) => sendableContentSchema.parse(value));
}

function build(content: SendableContent) {
  return buildSendRequest({
    recipient: content.kind === 'pin' ? { groupId: 'Y2Fw' } : { userId: 'JP.20481937560284417735' },
    content,
    references: {
      providerMediaIds: new Map(listMediaReferences(content).map(({ mediaId }) => [mediaId, '4711'])),
      targetProviderMessageId: 'wamid.HBgL',
    },
    replyToProviderMessageId: 'wamid.HBgL',
    attemptKey: 'attempt',
  });
}

describe.each(sendableKinds)('%s', (kind) => {
  it('becomes a body that Meta takes whenever the gate finds nothing wrong', () => {
    fc.assert(
      fc.property(contentOf(kind), (content) => {
        if (findContentFault(content, now)) return;
        const built = build(content);
        if (!built.ok) throw new Error(built.problem.details);
        const read = built.endpoint === 'messages' ? parseSendRequest : parseMarketingMessageRequest;
        expect(read(JSON.parse(JSON.stringify(built.body)))).toMatchObject({ ok: true });
      }),
    );
  });

  it('is refused in both languages, by a field of ours', () => {
    fc.assert(
      fc.property(contentOf(kind), (content) => {
        const fault = findContentFault(content, now);
        if (!fault) return;
        expect(fault.details.ja, fault.details.en).toMatch(/[぀-ヿ一-鿿]/);
        expect(fieldsOf(content), fault.details.en).toContain(firstNameOf(fault.path));
        expect(fault.source).toMatch(/^Meta, /);
      }),
    );
  });

  it('has samples with nothing wrong', () => {
    for (const content of samples[kind]) expect(findContentFault(content, new Date())).toBeUndefined();
  });
});

/** The names under which the contract knows this kind's fields; the content as a whole has none. */
function fieldsOf({ kind }: SendableContent): readonly string[] {
  return ['', ...Object.keys(contentSchemas[kind].shape)];
}

function firstNameOf(path: string): string {
  return /^\w*/.exec(path)?.[0] ?? '';
}

describe('the name of a field', () => {
  const twenty = 'x'.repeat(21);
  const button = { id: 'yes', title: 'Yes' };
  const card = { header: { type: 'image', mediaId: 'x' } as const };
  const link = (label: string) => ({ link: { label, url: 'https://x.example' } });
  const order = samples.payment_request[0]?.order;
  if (!order) throw new Error('No sample');
  const cases: readonly [SendableContent, string][] = [
    [{ kind: 'buttons', body: 'x', buttons: [button, { id: 'no', title: twenty }] }, 'buttons[1].title'],
    [{ kind: 'buttons', body: 'x', buttons: [button, button] }, 'buttons[1].id'],
    [
      { kind: 'buttons', header: { type: 'text', text: 'x'.repeat(61) }, body: 'x', buttons: [button] },
      'header.text',
    ],
    [
      { kind: 'list', body: 'x', button: 'x', sections: [{ rows: [{ id: '1', title: 'x'.repeat(25) }] }] },
      'sections[0].rows[0].title',
    ],
    [{ kind: 'link_button', body: 'x', link: link(twenty).link }, 'link.label'],
    [
      {
        kind: 'carousel',
        body: 'x',
        cards: [
          { ...card, action: link('Buy') },
          { ...card, action: link(twenty) },
        ],
      },
      'cards[1].action.link.label',
    ],
    [{ kind: 'product', catalogId: 'no number', productId: 'x' }, 'catalogId'],
    [{ kind: 'catalog', body: '' }, 'body'],
    [
      { kind: 'payment_request', body: 'x', order: { ...order, tax: { amountMicros: 1 } } },
      'order.tax.amountMicros',
    ],
    [
      {
        kind: 'payment_request',
        body: 'x',
        order: { ...order, expires: { at: '2027-01-01T00:04:59Z', description: 'x' } },
      },
      'order.expires.at',
    ],
    [
      { kind: 'template', name: 'x', language: 'en', bodyParameters: ['a', 'b\nc'], buttons: [] },
      'bodyParameters[1]',
    ],
    [
      {
        kind: 'template',
        name: 'x',
        language: 'en',
        bodyParameters: ['a'],
        buttons: [
          { type: 'url', index: 0, suffix: 'a' },
          { type: 'copy_code', index: 1, code: 'x'.repeat(21) },
        ],
      },
      'buttons[1].code',
    ],
    [
      {
        kind: 'template',
        name: 'x',
        language: 'en',
        bodyParameters: [],
        buttons: [],
        cards: ['a', 'b\tc'].map((value) => ({ bodyParameters: [value], buttons: [] })),
      },
      'cards[1].bodyParameters[0]',
    ],
    [{ kind: 'template', name: 'x', language: 'en', bodyParameters: [], buttons: [], code: 'a\nb' }, 'code'],
    [{ kind: 'template', name: 'x', language: 'English', bodyParameters: [], buttons: [] }, 'language'],
  ];
  it.each(cases)('is ours: %#', (content, path) => {
    expect(findContentFault(content, now)?.path).toBe(path);
  });
});
