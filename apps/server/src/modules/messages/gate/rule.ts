import type { Localized } from '@renkei/contract';
import type { GateFacts } from './facts.ts';
import type { RuleVerdict } from './verdict.ts';

/** One reason for which a send may have to wait or not go at all. Pure: whatever it knows is in the facts. */
export interface GateRule {
  /** As its file is called. Stored with messages: never changed, never used again for something else. */
  readonly id: string;
  /** When what it says was last changed. Stored with messages. */
  readonly version: string;
  /** What it sees to, as the guide lists it. */
  readonly title: Localized;
  /** Whose rule it is and since when. */
  readonly source: string;
  /** Undefined: it is not about such a send. */
  readonly judge: (facts: GateFacts) => RuleVerdict | undefined;
}
