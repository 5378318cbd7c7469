import type { Template } from '../../entities.ts';
import type { Settings } from '../../settings.ts';
import { categoriseText } from './categorise.ts';
import { templateTexts } from './template-texts.ts';

/** What a review ends with. `reason` and `info` as in `message_template_status_update`. */
export interface Verdict {
  readonly status: 'APPROVED' | 'REJECTED';
  readonly category: string;
  readonly reason: string;
  readonly info?: { readonly reason: string; readonly recommendation: string };
}

export interface ReviewQuestion {
  readonly template: Template;
  /** The other templates of the account. */
  readonly others: readonly Template[];
  readonly verdicts: Settings['templates']['verdicts'];
  readonly at: number;
}

interface Fault {
  readonly reason: string;
  readonly why: string;
  readonly remedy: string;
}

/** What a reviewer objects to, in the order in which it is looked for. */
const faultRules: readonly ((question: ReviewQuestion) => Fault | undefined)[] = [
  findDuplicate,
  findWrongCategory,
  findCodeOutsideAuthentication,
  findSensitiveQuestion,
  findHiddenLink,
  findOtherLanguage,
];

/**
 * Judges a template as Meta's review would: by the rules it publishes, with readable lists of words where Meta keeps
 * its means to itself. A verdict of the settings wins. (Meta: template review, 2025-10-31)
 */
export function reviewTemplate(question: ReviewQuestion): Verdict {
  const { template, verdicts } = question;
  const set = verdicts.find(({ name }) => name === template.name);
  const category = set?.category ?? template.category;
  if (set?.status === 'APPROVED') return { status: 'APPROVED', category, reason: 'NONE' };
  if (set?.status === 'REJECTED') {
    return { status: 'REJECTED', category, reason: set.reason ?? 'INVALID_FORMAT' };
  }
  for (const find of faultRules) {
    const fault = find(question);
    if (!fault) continue;
    const info = { reason: fault.why, recommendation: fault.remedy };
    return { status: 'REJECTED', category, reason: fault.reason, info };
  }
  return { status: 'APPROVED', category, reason: 'NONE' };
}

const recategorisedFrom = Date.UTC(2025, 3, 9);

/**
 * The category a template is created with: since 2025-04-09 Meta corrects it at once, before that only for those who
 * allowed it; for the others the review refuses it.
 */
export function assignCategory(
  template: Pick<Template, 'category' | 'components'>,
  { at, isChangeAllowed }: { readonly at: number; readonly isChangeAllowed: boolean },
): string {
  const isCorrected = isMarketingInDisguise(template) && (at >= recategorisedFrom || isChangeAllowed);
  return isCorrected ? 'MARKETING' : template.category;
}

function isMarketingInDisguise(template: Pick<Template, 'category' | 'components'>): boolean {
  return template.category === 'UTILITY' && categoriseText(template) === 'MARKETING';
}

function findWrongCategory({ template, at }: ReviewQuestion): Fault | undefined {
  if (at >= recategorisedFrom || !isMarketingInDisguise(template)) return undefined;
  return {
    reason: 'INCORRECT_CATEGORY',
    why: 'The content advertises: it belongs to the category MARKETING.',
    remedy: 'Create the template as MARKETING, or allow Meta to change its category.',
  };
}

/** The same body and footer under another name; codes read all alike. */
function findDuplicate({ template, others }: ReviewQuestion): Fault | undefined {
  if (template.category === 'AUTHENTICATION') return undefined;
  const own = bodyAndFooter(template);
  const twin = others.find(
    (other) =>
      other.id !== template.id &&
      !(other.name === template.name && other.language !== template.language) &&
      other.status !== 'REJECTED' &&
      bodyAndFooter(other) === own,
  );
  return (
    twin && {
      reason: 'INVALID_FORMAT',
      why: `The body and footer are the same as those of the template ${twin.name}.`,
      remedy: 'Use the existing template, or change the text.',
    }
  );
}

function bodyAndFooter({ components }: Pick<Template, 'components'>): string {
  const textOf = (type: string) => components.find((each) => String(each.type).toUpperCase() === type)?.text;
  return JSON.stringify([textOf('BODY'), textOf('FOOTER')]);
}

function findCodeOutsideAuthentication({ template }: ReviewQuestion): Fault | undefined {
  if (template.category === 'AUTHENTICATION' || categoriseText(template) !== 'AUTHENTICATION')
    return undefined;
  return {
    reason: 'INCORRECT_CATEGORY',
    why: 'One-time codes may only be sent with authentication templates.',
    remedy: 'Create the template with the category AUTHENTICATION.',
  };
}

const sensitive = [
  /\b(credit|debit) card (number|details)|\bcard number\b|\bCVV\b|\bpassport number|\bsocial security|\bbank account number/i,
  /クレジットカード(番号|情報)|カード番号|暗証番号|マイナンバー|パスポート番号|口座番号/,
];

function findSensitiveQuestion({ template }: ReviewQuestion): Fault | undefined {
  const text = templateTexts(template).join('\n');
  if (!sensitive.some((pattern) => pattern.test(text))) return undefined;
  return {
    reason: 'SCAM',
    why: 'The template asks for, or shows, card, account or identity numbers.',
    remedy: 'Leave such numbers out, or ask for the last four digits only.',
  };
}

/** Shortened links hide where they lead, and `wa.me` leads to another chat. */
const hiddenLink = /\b(wa\.me|bit\.ly|tinyurl\.com|goo\.gl|t\.co)\//i;

function findHiddenLink({ template }: ReviewQuestion): Fault | undefined {
  if (!hiddenLink.test(JSON.stringify(template.components))) return undefined;
  return {
    reason: 'INVALID_FORMAT',
    why: 'The template has a shortened link or a link to a WhatsApp chat.',
    remedy: "Use the full address of the business's own page.",
  };
}

const japaneseLetters = /[\u3040-\u30ff]/;
const latinLanguages = /^(en|es|pt|fr|de|it|nl|id|ms|tr|vi|pl)(_|$)/;

/** Only what can be told by its letters: Japanese under a Latin language, or none under Japanese. */
function findOtherLanguage({ template }: ReviewQuestion): Fault | undefined {
  if (template.category === 'AUTHENTICATION') return undefined;
  const words = templateTexts(template)
    .join(' ')
    .replaceAll(/\{\{[^}]*\}\}/g, '');
  const isJapanese = japaneseLetters.test(words);
  const hasWords = /\p{L}{3}/u.test(words);
  const isOther =
    (latinLanguages.test(template.language) && isJapanese) ||
    (template.language === 'ja' && hasWords && !isJapanese && !/\p{Script=Han}/u.test(words));
  if (!isOther) return undefined;
  return {
    reason: 'TAG_CONTENT_MISMATCH',
    why: 'The language of the text is not the language chosen for the template.',
    remedy: 'Choose the language in which the text is written.',
  };
}
