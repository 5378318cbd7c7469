import type { ReactNode } from 'react';
import type { SignupRequest } from './read-request.ts';
import type { SignupState } from './signup-api.ts';

/** What the screens so far have brought. */
export interface Progress {
  readonly wabaId?: string | undefined;
  readonly phoneNumberId?: string | undefined;
  /** The number waits for its code. */
  readonly isUnverified?: boolean | undefined;
}

export interface StepProps {
  readonly request: SignupRequest;
  readonly state: SignupState;
  readonly progress: Progress;
}

/** One screen: where Meta says a person left who closes it, what it shows, and what its form does. */
export interface Step {
  readonly cancelStep: string;
  readonly Body: (props: StepProps) => ReactNode;
  /** Answers what is known more. Throws what the simulator refuses. */
  readonly submit: (form: FormData, props: StepProps) => Promise<Progress>;
  /** Whether there is anything to do. */
  readonly isNeeded: (props: Pick<StepProps, 'request' | 'progress'>) => boolean;
}
