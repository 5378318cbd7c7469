import { OperatorError } from '#platform/operator-error';
import { inTerminalLanguage } from './language.ts';

/** The last words of a command that failed: what is wrong and what to do; a stack only where that is unknown. */
export function reportFailure(error: unknown): void {
  process.stderr.write(`${describe(error)}\n`);
  process.exitCode = 1;
}

function describe(error: unknown): string {
  if (error instanceof OperatorError) {
    return `${inTerminalLanguage(error.reason)}\n${inTerminalLanguage(error.remedy)}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
