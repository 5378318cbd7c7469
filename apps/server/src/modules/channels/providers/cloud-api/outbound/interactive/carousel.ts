import type { ContentOf } from '@renkei/contract';
import type { ProviderReferences } from '../../../../port.ts';
import { given, type Outbound } from '../outbound.ts';
import { frame, frameFields, toWireFile, toWireLink } from './parts.ts';

export const outboundCarousel: Outbound<'carousel'> = {
  source: 'Meta, Interactive media carousel messages (2026-05-21)',
  fields: {
    ...frameFields,
    'interactive.action.cards': 'cards',
    'interactive.action.cards[].header.image': 'cards[].header.mediaId',
    'interactive.action.cards[].header.video': 'cards[].header.mediaId',
    'interactive.action.cards[].body.text': 'cards[].body',
    'interactive.action.cards[].action.parameters.display_text': 'cards[].action.link.label',
    'interactive.action.cards[].action.parameters.url': 'cards[].action.link.url',
    'interactive.action.cards[].action.buttons[].quick_reply': 'cards[].action.buttons[]',
  },
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: {
      type: 'carousel',
      ...frame({ body: content.body }, references),
      action: { cards: content.cards.map((card, index) => toWireCard(card, index, references)) },
    },
  }),
};

type Card = ContentOf<'carousel'>['cards'][number];

/** Meta's own examples give the type `cta_url` to cards with quick replies, too. */
function toWireCard({ header, body, action }: Card, index: number, references: ProviderReferences) {
  return {
    card_index: index,
    type: 'cta_url',
    header: { type: header.type, [header.type]: toWireFile(header, references) },
    ...given('body', body === undefined ? undefined : { text: body }),
    action: 'link' in action ? toWireLink(action.link) : { buttons: action.buttons.map(toQuickReply) },
  };
}

function toQuickReply({ id, title }: { readonly id: string; readonly title: string }) {
  return { type: 'quick_reply', quick_reply: { id, title } };
}
