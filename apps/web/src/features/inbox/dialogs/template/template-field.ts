import { msg } from '@lingui/core/macro';
import type { ContentOf, SendableContent, Template, TemplateParameter } from '@renkei/contract';
import { choiceField } from '../../composer/fields/choice-field.tsx';
import { dateTimeField } from '../../composer/fields/date-time-field.tsx';
import { type Field, mapField } from '../../composer/fields/field.ts';
import { groupField } from '../../composer/fields/group-field.tsx';
import { optionalField } from '../../composer/fields/optional-field.tsx';
import { sectionField } from '../../composer/fields/section-field.tsx';
import { switchField } from '../../composer/fields/switch-field.tsx';
import { textField } from '../../composer/fields/text-field.tsx';
import { tupleField } from '../../composer/fields/tuple-field.ts';
import { buttonFieldsOf } from './button-fields.ts';
import { headerFieldOf } from './header-fields.ts';
import { parameterField } from './parameter-field.tsx';
import { renderTemplate } from './render-template.ts';

type TemplateContent = ContentOf<'template'>;
type Card = NonNullable<TemplateContent['cards']>[number];

/** Source: Meta, "Authentication templates" (2026): up to 15 characters. */
const codeLength = 15;

/** The form of one template: a field for everything that it needs, and nothing else. */
export function templateField(template: Template): Field<SendableContent> {
  const { isAuthentication, body, buttons, cards } = template;
  const fields = groupField({
    header: headerFieldOf(template.header) ?? nothing,
    code: isAuthentication ? codeField() : nothing,
    bodyParameters: parametersField(isAuthentication ? [] : body.variables),
    offerEndsAt: template.offer?.hasExpiration === true ? offerField() : nothing,
    cards: cards.length === 0 ? nothing : tupleField(cards.map(cardField)),
    buttons: tupleField(buttonFieldsOf(buttons)),
    marketingMessages: isMarketing(template) ? marketingField(template) : nothing,
  });
  return mapField(fields, (values) => {
    const content: TemplateContent = {
      kind: 'template',
      name: template.name,
      language: template.language,
      ...values,
    };
    return { ...content, rendered: renderTemplate(template, content) };
  });
}

/** Whether there is anything at all to fill in. */
export function hasFields(template: Template): boolean {
  const needed = [template.header, ...template.cards.map(({ header }) => header)].map(headerFieldOf);
  const variables = [template.body, ...template.cards.map(({ body }) => body)].flatMap(
    (text) => text?.variables ?? [],
  );
  const taking = [template, ...template.cards].flatMap(({ buttons }) => buttonFieldsOf(buttons));
  return (
    needed.some((field) => field !== null) ||
    variables.length + taking.length > 0 ||
    template.isAuthentication ||
    template.offer?.hasExpiration === true
  );
}

function isMarketing({ category }: Template): boolean {
  return category.toUpperCase() === 'MARKETING';
}

/** Where this template needs nothing. */
const nothing: Field<undefined> = {
  label: msg`Nothing`,
  isAdvanced: false,
  restore: () => undefined,
  View: () => null,
  faultsOf: () => [],
  outputOf: () => undefined,
  filesOf: () => [],
};

function parametersField(variables: readonly string[]): Field<TemplateParameter[]> {
  return tupleField(variables.map((variable) => parameterField(msg`Variable ${variable}`)));
}

function codeField(): Field<string> {
  return textField({ label: msg`Code`, limit: codeLength });
}

function offerField(): Field<string | undefined> {
  return dateTimeField({ label: msg`End of the offer`, leadMs: 0 });
}

function cardField({ header, body, buttons }: Template['cards'][number], place: number): Field<Card> {
  const fields = groupField(
    {
      header: headerFieldOf(header) ?? nothing,
      bodyParameters: parametersField(body?.variables ?? []),
      buttons: tupleField(buttonFieldsOf(buttons)),
    },
    { label: msg`Card ${place + 1}` },
  );
  return sectionField(mapField(fields, (values) => ({ ...values, header: cardHeader(values.header) })));
}

/** A card has a picture, a film or a product at its top; other formats are no templates of Meta's. */
function cardHeader(header: TemplateContent['header']): Card['header'] {
  return header?.type === 'image' || header?.type === 'video' || header?.type === 'product'
    ? header
    : undefined;
}

type MarketingMessages = TemplateContent['marketingMessages'];

/** A GIF goes this way only. */
function marketingField({ header }: Template): Field<MarketingMessages> {
  const fields = groupField(
    {
      fallback: choiceField({
        label: msg`If that is not possible`,
        choices: {
          cloud_api: msg`Send it through the ordinary API`,
          strict: msg`Do not send it`,
        },
      }),
      shareActivity: switchField({
        label: msg`Let Meta use what customers do with it to improve delivery`,
      }),
    },
    { label: msg`Send through the Marketing Messages API`, isAdvanced: header?.format !== 'gif' },
  );
  return header?.format === 'gif' ? sectionField(fields) : optionalField(fields);
}
