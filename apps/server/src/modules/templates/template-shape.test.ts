import type { ContentOf } from '@renkei/contract';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from './render-template.ts';
import { readTemplateShape, type TemplateShape, type TemplateSource } from './template-shape.ts';

function shapeOf(
  components: TemplateSource['components'],
  { parameterFormat = 'POSITIONAL', category = 'UTILITY' } = {},
): TemplateShape {
  return readTemplateShape({ components, parameterFormat, category });
}

function render(shape: TemplateShape, given: Partial<ContentOf<'template'>>) {
  return renderTemplate(shape, {
    kind: 'template',
    name: 'any',
    language: 'en',
    bodyParameters: [],
    buttons: [],
    ...given,
  });
}

describe('a template', () => {
  it('takes positional variables by their number, wherever they stand', () => {
    const shape = shapeOf([{ type: 'BODY', text: '{{2}} before {{1}}, again {{2}}' }]);
    expect(shape.body.variables).toEqual(['1', '2']);
    expect(render(shape, { bodyParameters: ['one', 'two'] }).body).toBe('two before one, again two');
  });

  it('takes named variables in the order in which they appear first', () => {
    const shape = shapeOf(
      [
        { type: 'HEADER', format: 'TEXT', text: 'For {{name}}' },
        { type: 'BODY', text: '{{order_no}} of {{ shop }}, {{order_no}}' },
      ],
      { parameterFormat: 'NAMED' },
    );
    expect(shape).toMatchObject({
      header: { format: 'text', variables: ['name'] },
      body: { variables: ['order_no', 'shop'] },
    });
    expect(
      render(shape, { header: { type: 'text', text: 'Amara' }, bodyParameters: ['2214', 'Kiln'] }),
    ).toEqual({ header: 'For Amara', body: '2214 of Kiln, 2214', footer: null, buttons: [] });
  });

  it('never reads a value as a variable or as a pattern', () => {
    const shape = shapeOf([{ type: 'BODY', text: '{{1}} {{2}}' }]);
    expect(render(shape, { bodyParameters: ['{{2}}', '$1 $&'] }).body).toBe('{{2}} $1 $&');
    const button = { type: 'URL', text: 'Go', url: 'https://x.example/{{1}}' };
    expect(
      render(shapeOf([{ type: 'BUTTONS', buttons: [button] }]), {
        buttons: [{ type: 'url', index: 0, suffix: '$&/{{1}}' }],
      }).buttons,
    ).toEqual([{ type: 'url', text: 'Go', value: 'https://x.example/$&/{{1}}' }]);
  });

  it('shows the text of an amount and a date, as the phone does', () => {
    const shape = shapeOf([{ type: 'BODY', text: '{{1}} until {{2}}' }]);
    const { body } = render(shape, {
      bodyParameters: [
        { type: 'currency', shown: '¥1,200', currency: 'JPY', amountMicros: 1_200_000_000 },
        { type: 'date_time', shown: '11月24日' },
      ],
    });
    expect(body).toBe('¥1,200 until 11月24日');
  });

  it('shows cards, the offer, and what stands behind each button', () => {
    const card = [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Now {{1}}' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Buy', url: 'https://x.example/{{1}}' }] },
    ];
    const shape = shapeOf([
      { type: 'BODY', text: 'Sale' },
      { type: 'LIMITED_TIME_OFFER', offer: { text: '20% off', hasExpiration: true } },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'COPY_CODE', text: 'Copy' },
          { type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '+81355500100' },
        ],
      },
      { type: 'CAROUSEL', cards: [{ components: card }, { components: card }] },
    ]);
    expect(shape.unknownParts).toEqual([]);
    const filled = (price: string) => ({
      bodyParameters: [price],
      buttons: [{ type: 'url' as const, index: 0, suffix: price }],
    });
    expect(
      render(shape, {
        buttons: [{ type: 'copy_code', index: 0, code: 'AUTUMN' }],
        cards: [filled('10'), filled('20')],
      }),
    ).toEqual({
      header: null,
      body: 'Sale',
      footer: null,
      offer: '20% off',
      buttons: [
        { type: 'copy_code', text: 'Copy', value: 'AUTUMN' },
        { type: 'phone_number', text: 'Call', value: '+81355500100' },
      ],
      cards: [
        { body: 'Now 10', buttons: [{ type: 'url', text: 'Buy', value: 'https://x.example/10' }] },
        { body: 'Now 20', buttons: [{ type: 'url', text: 'Buy', value: 'https://x.example/20' }] },
      ],
    });
  });

  it('shows the code of an authentication template in its text, also where Meta leaves the text out', () => {
    const category = 'AUTHENTICATION';
    const url = 'https://www.whatsapp.com/otp/code/?code=otp{{1}}';
    const buttons = { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Copy code', url }] };
    const worded = shapeOf([{ type: 'BODY', text: '*{{1}}* is your code.' }, buttons], { category });
    expect(worded.isAuthentication).toBe(true);
    expect(worded.buttons).toMatchObject([{ takes: null }]);
    expect(render(worded, { code: '482913' })).toMatchObject({
      body: '*482913* is your code.',
      buttons: [{ value: '482913' }],
    });
    expect(render(shapeOf([{ type: 'BODY' }], { category }), { code: '482913' }).body).toBe('482913');
  });

  it.each([
    [[{ type: 'BODY', text: 'x' }], []],
    [[{ type: 'HEADER', format: 'DOCUMENT' }], []],
    [[{ type: 'HEADER', format: 'HOLOGRAM' }], ['HEADER HOLOGRAM']],
    [[{ type: 'CAROUSEL' }], ['CAROUSEL']],
    [[{ type: 'CAROUSEL', cards: [{ components: [{ type: 'POLL' }] }] }], ['POLL']],
    [[{ type: 'call_permission_request' }], []],
    [[{ type: 'BUTTONS', buttons: [{ type: 'MPM', text: 'View' }] }], []],
    [[{ type: 'BUTTONS', buttons: [{ type: 'APP', text: 'Open' }] }], ['APP']],
  ])('names the parts that nobody here knows (%#)', (components, unknownParts) => {
    expect(shapeOf(components).unknownParts).toEqual(unknownParts);
  });
});
