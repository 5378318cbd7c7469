import type { ContentOf, Problem } from '@renkei/contract';
import { createProblem } from '#platform/errors';
import { type ParameterFault, wrongParameter } from './checks/parameter-fault.ts';
import { checkBody, checkButtons, checkHeader } from './checks/parts.ts';
import type { TemplateShape } from './template-shape.ts';

type Content = ContentOf<'template'>;

interface Template {
  readonly shape: TemplateShape;
  readonly category: string;
}

type Check = (template: Template, content: Content, now: Date) => ParameterFault | undefined;

/** In the order in which a person fills a template in; the first fault counts, and Meta, too, names one at a time. */
const checks: readonly Check[] = [
  checkCode,
  ({ shape }, content) => checkHeader(shape.header, content.header, 'header'),
  ({ shape }, content) =>
    content.code === undefined ? checkBody(shape.body, content.bodyParameters, 'bodyParameters') : undefined,
  ({ shape }, content) => checkButtons(shape.buttons, content.buttons, 'buttons'),
  checkCards,
  checkOffer,
  checkMarketingMessages,
];

/** What Meta would refuse with 132000 or 132012 about the parameters; we say it before, by our fields. Pure. */
export function findTemplateFault(template: Template, content: Content, now: Date): Problem | undefined {
  for (const check of checks) {
    const fault = check(template, content, now);
    if (fault) return toProblem(fault);
  }
  return undefined;
}

function toProblem({ path, en, ja, providerCode }: ParameterFault): Problem {
  return createProblem('template_parameters_wrong', {
    detail: { en: `${path}: ${en}`, ja: `${path}：${ja}` },
    ...(providerCode === undefined ? {} : { providerCode }),
  });
}

/** Source: Meta, "Authentication templates" (2026): codes up to 15 characters. */
const longestCode = 15;

function checkCode({ shape }: Template, content: Content): ParameterFault | undefined {
  const { code } = content;
  if (!shape.isAuthentication) {
    return code === undefined
      ? undefined
      : wrongParameter(
          'code',
          'Only authentication templates carry a code.',
          '認証テンプレート以外にコードは指定できません。',
        );
  }
  if (code === undefined) {
    return wrongParameter(
      'code',
      'This template carries a one-time code; give it.',
      'このテンプレートには認証コードが必要です。',
    );
  }
  if (code.length > longestCode) {
    return wrongParameter(
      'code',
      `A code has at most ${longestCode} characters, this one has ${code.length}.`,
      `コードは${longestCode}文字以内です（現在${code.length}文字）。`,
    );
  }
  const hasMore = content.bodyParameters.length > 0 || content.header !== undefined;
  return hasMore
    ? wrongParameter(
        'code',
        'An authentication template takes its code and nothing else.',
        '認証テンプレートにはコード以外のパラメーターを指定できません。',
      )
    : undefined;
}

function checkCards({ shape }: Template, { cards = [] }: Content): ParameterFault | undefined {
  if (shape.cards.length !== cards.length) {
    return wrongParameter(
      'cards',
      `The template has ${shape.cards.length} card(s), ${cards.length} were given.`,
      `テンプレートのカードは${shape.cards.length}枚ですが、${cards.length}枚が指定されました。`,
    );
  }
  for (const [index, card] of shape.cards.entries()) {
    const given = cards[index];
    const path = `cards[${index}]`;
    const fault =
      checkHeader(card.header, given?.header, `${path}.header`) ??
      checkBody(card.body, given?.bodyParameters ?? [], `${path}.bodyParameters`) ??
      checkButtons(card.buttons, given?.buttons ?? [], `${path}.buttons`);
    if (fault) return fault;
  }
  return undefined;
}

function checkOffer({ shape }: Template, { offerEndsAt }: Content, now: Date): ParameterFault | undefined {
  const takesEnd = shape.offer?.hasExpiration === true;
  if (offerEndsAt === undefined) {
    return takesEnd
      ? wrongParameter('offerEndsAt', 'Say when the offer ends.', 'オファーの終了日時を指定してください。')
      : undefined;
  }
  if (!takesEnd) {
    return wrongParameter(
      'offerEndsAt',
      'This template has no offer that ends.',
      'このテンプレートには終了日時のあるオファーがありません。',
    );
  }
  if (Date.parse(offerEndsAt) > now.getTime()) return undefined;
  return wrongParameter(
    'offerEndsAt',
    `The offer ended at ${offerEndsAt}.`,
    `オファーは ${offerEndsAt} に終了しています。`,
  );
}

/** Source: Meta, "Send marketing messages" (2026): marketing templates only; only there are GIF headers. */
function checkMarketingMessages(
  { shape, category }: Template,
  { marketingMessages }: Content,
): ParameterFault | undefined {
  if (marketingMessages && category.toUpperCase() !== 'MARKETING') {
    return wrongParameter(
      'marketingMessages',
      `Only marketing templates go through the Marketing Messages API; this one is ${category}.`,
      `Marketing Messages APIで送信できるのはマーケティングテンプレートだけです（このテンプレート：${category}）。`,
      134100,
    );
  }
  if (!marketingMessages && shape.header?.format === 'gif') {
    return wrongParameter(
      'marketingMessages',
      'A template with a GIF header only goes through the Marketing Messages API.',
      'GIFヘッダーのテンプレートはMarketing Messages APIでのみ送信できます。',
    );
  }
  return undefined;
}
