import type { Localized } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import { OperatorError } from '#platform/operator-error';

export interface Finding {
  readonly subject: Localized;
  readonly isOk: boolean;
  /** What was found. */
  readonly detail: Localized;
  /** What to do; only with a problem. */
  readonly remedy?: Localized;
}

/** One look at one thing. It returns findings and never throws for what it looks for. */
export type Check = (environment: NodeJS.ProcessEnv) => Promise<readonly Finding[]>;

export function ok(subject: Localized, detail: Localized): Finding {
  return { subject, isOk: true, detail };
}

export function problem(subject: Localized, detail: Localized, remedy: Localized): Finding {
  return { subject, isOk: false, detail, remedy };
}

/** For words that are the same in both languages: paths, versions, messages of the system. */
export function same(text: string): Localized {
  return { en: text, ja: text };
}

/** Nothing to say where there is no database, or no schema, yet: that is another check's finding. */
export function noneYet(error: unknown): undefined {
  const isUndefined =
    error instanceof Error && 'code' in error && (error.code === '42P01' || error.code === '42883');
  const isOtherFinding = error instanceof OperatorError || error instanceof RenkeiError;
  if (!isUndefined && !isOtherFinding) throw error;
}
