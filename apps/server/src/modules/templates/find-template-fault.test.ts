import type { ContentOf } from '@renkei/contract';
import { describe, expect, it } from 'vitest';
import { findTemplateFault } from './find-template-fault.ts';
import { readTemplateShape, type TemplateSource } from './template-shape.ts';
import { findStatusObstacle } from './template-status.ts';

const now = new Date('2026-11-22T00:00:00Z');
type Given = Partial<ContentOf<'template'>>;
type Components = TemplateSource['components'];

function faultOf(components: Components, given: Given, category = 'MARKETING') {
  const template = {
    category,
    shape: readTemplateShape({ components, parameterFormat: 'POSITIONAL', category }),
  };
  const content = { kind: 'template', name: 'x', language: 'en', bodyParameters: [], buttons: [] } as const;
  return findTemplateFault(template, { ...content, bodyParameters: [], buttons: [], ...given }, now);
}

const buttons = (...list: NonNullable<Components[number]['buttons']>): Components => [
  { type: 'BUTTONS', buttons: list },
];
const link = { type: 'URL', text: 'Track', url: 'https://x.example/{{1}}' };
const image = { type: 'image', mediaId: 'ours' } as const;
const offer: Components = [{ type: 'LIMITED_TIME_OFFER', offer: { text: 'Now', hasExpiration: true } }];
const carousel: Components = [
  {
    type: 'CAROUSEL',
    cards: [
      { components: [{ type: 'HEADER', format: 'IMAGE' }, ...buttons(link)] },
      { components: [{ type: 'HEADER', format: 'IMAGE' }, ...buttons(link)] },
    ],
  },
];
const card = {
  header: image,
  bodyParameters: [],
  buttons: [{ type: 'url' as const, index: 0, suffix: 'a' }],
};

describe('what is wrong with the parameters of a template', () => {
  const wrong: readonly [string, Components, Given, string][] = [
    ['a missing value', [{ type: 'BODY', text: 'Hi {{1}}' }], {}, 'bodyParameters: The text has 1'],
    ['a value too many', [{ type: 'BODY', text: 'Hi' }], { bodyParameters: ['x'] }, 'bodyParameters'],
    [
      'a missing header file',
      [{ type: 'HEADER', format: 'IMAGE' }],
      {},
      'header: The template needs image, nothing',
    ],
    [
      'a header of another kind',
      [{ type: 'HEADER', format: 'DOCUMENT' }],
      { header: image },
      'header: The template needs document, image was',
    ],
    [
      'a header where there is none',
      [{ type: 'BODY', text: 'x' }],
      { header: image },
      'header: There is nothing',
    ],
    ['a link without its end', buttons(link), {}, 'buttons: Button 0 (Track) needs a parameter of type url'],
    [
      'a parameter of another kind than the button',
      buttons(link),
      { buttons: [{ type: 'copy_code', index: 0, code: 'A' }] },
      'buttons[0].type: Button 0 (Track) takes url, not copy_code',
    ],
    [
      'a parameter for a button that needs none',
      buttons({ type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '+81' }),
      { buttons: [{ type: 'url', index: 0, suffix: 'a' }] },
      'buttons[0].type: Button 0 (Call) takes no parameter',
    ],
    [
      'a button that is not there',
      buttons(link),
      { buttons: [{ type: 'url', index: 4, suffix: 'a' }] },
      'buttons[0].index: The template has no button 4',
    ],
    [
      'a button twice',
      buttons(link),
      {
        buttons: [
          { type: 'url', index: 0, suffix: 'a' },
          { type: 'url', index: 0, suffix: 'b' },
        ],
      },
      'buttons[1].index: Button 0 is given twice',
    ],
    ['too few cards', carousel, { cards: [card] }, 'cards: The template has 2 card(s), 1 were'],
    [
      'a card without its picture',
      carousel,
      { cards: [card, { ...card, header: undefined }] },
      'cards[1].header: The template needs image',
    ],
    ['a card without its link', carousel, { cards: [{ ...card, buttons: [] }, card] }, 'cards[0].buttons'],
    ['an offer without an end', offer, {}, 'offerEndsAt: Say when'],
    ['an offer that has ended', offer, { offerEndsAt: now.toISOString() }, 'offerEndsAt: The offer ended'],
    [
      'an end without an offer',
      [],
      { offerEndsAt: '2027-01-01T00:00:00Z' },
      'offerEndsAt: This template has no',
    ],
    ['a code that nothing carries', [], { code: '1234' }, 'code: Only authentication'],
    [
      'a GIF through the ordinary API',
      [{ type: 'HEADER', format: 'GIF' }],
      { header: { type: 'gif', mediaId: 'x' } },
      'marketingMessages',
    ],
  ];
  it.each(wrong)('%s', (_name, components, given, detail) => {
    const problem = faultOf(components, given);
    expect(problem).toMatchObject({ code: 'template_parameters_wrong' });
    expect(problem?.detail.en).toContain(detail);
    expect(problem?.detail.ja).toContain(detail.split(':')[0]);
    expect(problem?.detail.ja).not.toBe(problem?.detail.en);
  });

  it.each([
    [{}, 'give it'],
    [{ code: '1234567890123456' }, 'at most 15'],
    [{ code: '1234', bodyParameters: ['x'] }, 'nothing else'],
  ])('an authentication template takes one code of at most 15 characters (%#)', (given, detail) => {
    const components = [{ type: 'BODY', text: '{{1}} is your code.' }];
    expect(faultOf(components, given, 'AUTHENTICATION')?.detail.en).toContain(detail);
    expect(faultOf(components, { code: '482913' }, 'AUTHENTICATION')).toBeUndefined();
  });

  it('lets only marketing templates through the Marketing Messages API', () => {
    expect(faultOf([], { marketingMessages: {} }, 'UTILITY')).toMatchObject({ providerCode: 134100 });
    expect(faultOf([], { marketingMessages: {} })).toBeUndefined();
  });

  it('is satisfied with everything in its place, and with optional buttons left out', () => {
    expect(faultOf(carousel, { cards: [card, card] })).toBeUndefined();
    expect(faultOf(offer, { offerEndsAt: '2026-11-23T00:00:00Z' })).toBeUndefined();
    expect(
      faultOf(buttons({ type: 'QUICK_REPLY', text: 'Yes' }, { type: 'FLOW', text: 'Book' }), {}),
    ).toBeUndefined();
  });
});

describe('what a status means', () => {
  const obstacle = (status: string, reason: string | null = null) =>
    findStatusObstacle({ name: 'order_update', language: 'en', status, reason });

  it.each(['APPROVED', 'FLAGGED', 'REINSTATED', 'UNARCHIVED'])('%s can be sent', (status) => {
    expect(obstacle(status)).toBeUndefined();
  });

  it('a paused template is waited for, all others are refused with their reason', () => {
    expect(obstacle('PAUSED')).toMatchObject({ passes: true, problem: { providerCode: 132015 } });
    expect(obstacle('DISABLED')).toMatchObject({ passes: false, problem: { providerCode: 132016 } });
    expect(obstacle('REJECTED', 'PROMOTIONAL')).toMatchObject({
      passes: false,
      problem: { detail: { en: 'The template order_update (en) was refused in the review (PROMOTIONAL).' } },
    });
  });
});
