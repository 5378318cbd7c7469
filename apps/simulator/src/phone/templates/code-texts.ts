import type { TemplatePart } from './template-parts.ts';

interface CodeTexts {
  readonly body: (part: TemplatePart) => string;
  readonly expiry: (minutes: number) => string;
}

const english: CodeTexts = {
  body: ({ add_security_recommendation: warns }) =>
    `*{{1}}* is your verification code.${warns ? ' For your security, do not share this code.' : ''}`,
  expiry: (minutes) => `This code expires in ${minutes} minutes.`,
};

const japanese: CodeTexts = {
  body: ({ add_security_recommendation: warns }) =>
    `認証コードは *{{1}}* です。${warns ? '安全のため、このコードを誰にも教えないでください。' : ''}`,
  expiry: (minutes) => `このコードは${minutes}分後に無効になります。`,
};

/** The words of authentication templates are Meta's own; their definition holds none. */
export function codeTexts(language: string): CodeTexts {
  return language.startsWith('ja') ? japanese : english;
}
