import type { Language, Localized } from '@renkei/contract';

/** The terminal's language, after POSIX: LC_ALL, then LC_MESSAGES, then LANG; English unless one says Japanese. */
export function terminalLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return locale.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

export function inTerminalLanguage(text: Localized): string {
  return text[terminalLanguage()];
}

/** Tells the person at the terminal. */
export function say(text: Localized): void {
  process.stdout.write(`${inTerminalLanguage(text)}\n`);
}
