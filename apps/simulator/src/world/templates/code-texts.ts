/** The body of an authentication template, of which only this says something. */
interface CodeBody {
  readonly add_security_recommendation?: unknown;
}

interface CodeTexts {
  readonly body: (part: CodeBody) => string;
  readonly expiry: (minutes: number) => string;
  /** The button without a label of its own. */
  readonly copy: string;
}

const english: CodeTexts = {
  body: ({ add_security_recommendation: warns }) =>
    `*{{1}}* is your verification code.${warns ? ' For your security, do not share this code.' : ''}`,
  expiry: (minutes) => `This code expires in ${minutes} minutes.`,
  copy: 'Copy code',
};

const japanese: CodeTexts = {
  body: ({ add_security_recommendation: warns }) =>
    `認証コードは *{{1}}* です。${warns ? '安全のため、このコードを誰にも教えないでください。' : ''}`,
  expiry: (minutes) => `このコードは${minutes}分後に無効になります。`,
  copy: 'コードをコピー',
};

/** The words of authentication templates are Meta's own; their definition holds none. */
export function codeTexts(language: string): CodeTexts {
  return language.startsWith('ja') ? japanese : english;
}
