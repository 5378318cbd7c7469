import type { ContentOf, TemplateParameter } from '@renkei/contract';
import type { ContentFault, ProviderReferences } from '../../../port.ts';
import type { TwilioOutbound } from './define.ts';
import { notAtTwilio } from './limits.ts';

type Template = ContentOf<'template'>;

/**
 * An approved content of Twilio's and the values of its variables, which are numbered across all its parts: their names
 * come from the template. (Twilio, "Content API: using variables", 2026-11)
 */
export const outboundTemplate: TwilioOutbound<'template'> = {
  findFault,
  toForm(content, references) {
    const variables = toVariables(content, references);
    return {
      ContentSid: references.providerTemplateId ?? '',
      ...(Object.keys(variables).length > 0 ? { ContentVariables: JSON.stringify(variables) } : {}),
    };
  },
};

/** Buttons that a send can say something about; what a quick reply answers was fixed when the content was made. */
const fillable: ReadonlySet<string> = new Set(['url', 'quick_reply']);

function findFault({
  header,
  buttons,
  cards,
  offerEndsAt,
  marketingMessages,
}: Template): ContentFault | undefined {
  if (header !== undefined && header.type !== 'text') return notAtTwilio('header');
  const unknown = buttons.findIndex(({ type }) => !fillable.has(type));
  if (unknown >= 0) return notAtTwilio(`buttons[${unknown}]`);
  if (cards !== undefined && cards.length > 0) return notAtTwilio('cards');
  if (offerEndsAt !== undefined) return notAtTwilio('offerEndsAt');
  return marketingMessages === undefined ? undefined : notAtTwilio('marketingMessages');
}

function toVariables(
  { header, bodyParameters, buttons, code }: Template,
  { templateParameterNames: names }: ProviderReferences,
): Readonly<Record<string, string>> {
  const pairs: (readonly [name: string | null | undefined, value: string])[] = [
    ...(header?.type === 'text' ? [[names?.header[0], header.text] as const] : []),
    ...bodyParameters.map((value, index) => [names?.body[index], toText(value)] as const),
    ...buttons.flatMap((button) =>
      button.type === 'url' ? [[names?.buttons[button.index], button.suffix] as const] : [],
    ),
    // An authentication template has one variable, its code.
    ...(code === undefined ? [] : [['1', code] as const]),
  ];
  return Object.fromEntries(
    pairs.filter((pair): pair is readonly [string, string] => typeof pair[0] === 'string'),
  );
}

function toText(value: TemplateParameter): string {
  if (typeof value === 'string') return value;
  return 'shown' in value ? value.shown : value.groupId;
}
