import type { ContentOf } from '@renkei/contract';
import type { ProviderReferences } from '../../../../port.ts';
import { findExpiryFault } from '../commerce/order-details.ts';
import type { FieldNames } from '../content-path.ts';
import { given, type Outbound } from '../outbound.ts';
import { templateButton } from './buttons.ts';
import type { TemplatePart } from './part.ts';
import { bodyPart, headerPart } from './text-and-header.ts';

/** `components` is left out when the template has nothing to fill in. */
export const outboundTemplate: Outbound<'template'> = {
  source: 'Meta, Template messages (2026)',
  fields: (content) => ({
    'template.name': 'name',
    'template.language': 'language',
    'template.language.code': 'language',
    ...fieldsOf(listParts(content, {}), 'template.components'),
  }),
  toWire: (content, references) => {
    const components = listParts(content, references).map(({ wire }) => wire);
    return {
      type: 'template',
      template: {
        name: content.name,
        language: { code: content.language },
        ...given('components', components.length > 0 ? components : undefined),
      },
    };
  },
  findTimeFault: ({ buttons }, now) =>
    buttons
      .map((button, place) =>
        button.type === 'order_details'
          ? findExpiryFault(button.order, `buttons[${place}].order`, now)
          : undefined,
      )
      .find((fault) => fault !== undefined),
};

type Template = ContentOf<'template'>;

function listParts(content: Template, references: ProviderReferences): readonly TemplatePart[] {
  const { header, bodyParameters, buttons, cards, code, offerEndsAt } = content;
  const names = references.templateParameterNames;
  if (code !== undefined) return listCodeParts(code, names?.body[0]);
  return [
    ...(header ? [headerPart(header, 'header', references, names?.header[0])] : []),
    ...bodyPart(bodyParameters, 'bodyParameters', names?.body),
    ...buttons.map((button, place) => templateButton(button, `buttons[${place}]`)),
    ...(offerEndsAt === undefined ? [] : [offerPart(offerEndsAt)]),
    ...(cards ? [carouselPart(cards, references)] : []),
  ];
}

/** Meta wants the code twice: in the text, and in the button that copies it or fills it in. */
function listCodeParts(code: string, name: string | undefined): readonly TemplatePart[] {
  return [
    ...bodyPart([code], 'code', name === undefined ? [] : [name], () => 'code'),
    templateButton({ type: 'url', index: 0, suffix: code }, 'code', { suffix: 'code' }),
  ];
}

function offerPart(offerEndsAt: string): TemplatePart {
  const offer = { expiration_time_ms: Date.parse(offerEndsAt) };
  return {
    wire: {
      type: 'limited_time_offer',
      parameters: [{ type: 'limited_time_offer', limited_time_offer: offer }],
    },
    path: 'offerEndsAt',
    fields: { 'parameters[0].limited_time_offer.expiration_time_ms': 'offerEndsAt' },
  };
}

type Card = NonNullable<Template['cards']>[number];

function carouselPart(cards: readonly Card[], references: ProviderReferences): TemplatePart {
  const listed = cards.map((card, index) => listCardParts(card, index, references));
  return {
    wire: {
      type: 'carousel',
      cards: listed.map((parts, index) => ({ card_index: index, components: parts.map(({ wire }) => wire) })),
    },
    path: 'cards',
    fields: Object.fromEntries([
      ['cards', 'cards'],
      ...listed.flatMap((parts, index) => Object.entries(fieldsOf(parts, `cards[${index}].components`))),
    ]),
  };
}

function listCardParts(
  { header, bodyParameters, buttons }: Card,
  index: number,
  references: ProviderReferences,
): readonly TemplatePart[] {
  const path = `cards[${index}]`;
  const names = references.templateParameterNames?.cards[index];
  return [
    ...(header ? [headerPart(header, `${path}.header`, references)] : []),
    ...bodyPart(bodyParameters, `${path}.bodyParameters`, names),
    ...buttons.map((button, place) => templateButton(button, `${path}.buttons[${place}]`)),
  ];
}

function fieldsOf(parts: readonly TemplatePart[], list: string): FieldNames {
  return Object.fromEntries(
    parts.flatMap(({ path, fields }, index) => [
      [`${list}[${index}]`, path],
      ...Object.entries(fields).map(([wire, ours]) => [`${list}[${index}].${wire}`, ours]),
    ]),
  );
}
