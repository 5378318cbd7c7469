import { msg } from '@lingui/core/macro';
import { contentLimits, type Media } from '@renkei/contract';
import { type Fault, wrong } from '../../fields/field.ts';
import { fileField } from '../../fields/file-field.tsx';
import { groupField } from '../../fields/group-field.tsx';
import { bodyField } from '../../fields/header-field.ts';
import { listField } from '../../fields/list-field.tsx';
import { optionalTextField } from '../../fields/text-field.tsx';
import { variantField } from '../../fields/variant-field.tsx';
import { defineForm } from '../form.ts';
import { linkField } from './link-field.ts';
import { repeatedButtons, replyButtonsField } from './reply-button.ts';

interface CardHeader {
  readonly type: 'image' | 'video';
  readonly media: Media | undefined;
}

type CardAction =
  | { readonly link: { readonly label: string; readonly url: string } }
  | { readonly buttons: { readonly id: string; readonly title: string }[] };

const limit = contentLimits.carouselCardLineBreaks;

const card = groupField({
  header: variantField<CardHeader>({
    label: msg`Picture or film`,
    variants: {
      image: { label: msg`Image`, field: fileOf('image') },
      video: { label: msg`Video`, field: fileOf('video') },
    },
  }),
  body: optionalTextField({
    label: msg`Text`,
    limit: contentLimits.carouselCardBody,
    lines: 2,
    check: (text) => (text.split('\n').length > limit + 1 ? msg`At most ${limit} line breaks` : null),
  }),
  action: variantField<CardAction>({
    label: msg`Below it`,
    variants: {
      link: { label: msg`A button that opens a web page`, field: groupField({ link: linkField() }) },
      buttons: {
        label: msg`Buttons to answer with`,
        field: groupField({
          buttons: replyButtonsField({
            max: contentLimits.carouselCardButtons,
            idLength: contentLimits.replyButtonId,
          }),
        }),
      },
    },
  }),
});

export const carouselForm = defineForm({
  kind: 'carousel',
  group: 'questions',
  hint: msg`Two to ten cards to swipe through`,
  fields: {
    body: bodyField(),
    cards: listField({
      label: msg`Cards`,
      itemLabel: msg`Card`,
      add: msg`Add a card`,
      min: contentLimits.carouselCardsMin,
      max: contentLimits.carouselCards,
      of: card,
    }),
  },
  toContent: ({ body, cards }) => ({
    kind: 'carousel',
    body,
    cards: cards.map(({ header, action, ...rest }) => ({
      ...rest,
      header: { type: header?.type ?? 'image', mediaId: header?.media?.id ?? '' },
      action: action ?? { buttons: [] },
    })),
  }),
  faultsOf: ({ cards }) => [
    ...unlikeCards(cards.map(({ action }) => action)),
    ...cards.flatMap(({ action }, place) =>
      action !== undefined && 'buttons' in action
        ? repeatedButtons(action.buttons, `cards.${place}.action.buttons.buttons`)
        : [],
    ),
  ],
});

function fileOf(type: CardHeader['type']) {
  const labels = { image: msg`Image`, video: msg`Video` } as const;
  const file = fileField({ label: labels[type], kind: type });
  return { ...file, outputOf: (value: unknown): CardHeader => ({ type, media: file.outputOf(value) }) };
}

/** Every card must have the same kind and number of buttons as the first. */
function unlikeCards(actions: readonly (CardAction | undefined)[]): readonly Fault[] {
  const shapeOf = (action: CardAction | undefined) =>
    action !== undefined && 'buttons' in action ? action.buttons.length : 'link';
  const first = shapeOf(actions[0]);
  return actions.flatMap((action, place) =>
    shapeOf(action) === first
      ? []
      : [
          wrong(
            msg`Every card needs the same kind and number of buttons as the first`,
            `cards.${place}.action`,
          ),
        ],
  );
}
