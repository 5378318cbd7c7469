import { readSends, type SendEntry } from '../load/ledger.ts';
import type { Stage } from '../stage/open-stage.ts';

/** An attempt of ours with the message it belongs to, as the database has them. */
export interface KnownAttempt {
  readonly attempt_key: string;
  readonly attempt_state: string;
  readonly message_id: string;
  readonly workspace_id: string;
  readonly state: string;
  readonly kind: string;
}

/** Both halves of the truth, read when the stage is quiet. */
export interface Evidence {
  readonly stage: Stage;
  /** What the simulator accepted, oldest first. */
  readonly accepted: readonly (SendEntry & { readonly attempt: KnownAttempt | undefined })[];
}

/** One promise of the product, checked over the database and the simulator's ledger. */
export interface Finding {
  readonly invariant: string;
  readonly says: string;
  /** What breaks it; empty when it holds. */
  readonly broken: readonly string[];
  /** Ids of messages, ours or the provider's, to tell the story of; those of `broken` unless given. */
  readonly about?: readonly string[];
  /** Why it was not checked. Never counted as passed. */
  readonly notApplicable?: string;
}

/** This machine has not what it takes: said, and counted neither as passed nor as failed. */
export class NotApplicable extends Error {
  override readonly name = 'NotApplicable';
}

export interface Invariant {
  readonly id: string;
  /** May be asked while things are unsure, or only when the liveness phase is over. */
  readonly when: 'always' | 'over';
  check(evidence: Evidence): Promise<readonly Finding[]>;
}

export async function gatherEvidence(stage: Stage): Promise<Evidence> {
  const sends = await readSends(stage.control);
  const attempts = await stage.database.query<KnownAttempt>(
    `select attempt.attempt_key, attempt.state as attempt_state, attempt.message_id, attempt.workspace_id,
            message.state, message.kind
     from attempts attempt join messages message
       on message.workspace_id = attempt.workspace_id and message.id = attempt.message_id`,
  );
  const byKey = new Map(attempts.map((attempt) => [attempt.attempt_key, attempt]));
  return {
    stage,
    accepted: sends.map((send) => ({ ...send, attempt: byKey.get(send.attemptKey ?? '') })),
  };
}

export function duplicatesOf(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}

export async function tableExists(stage: Stage, name: string): Promise<boolean> {
  const [row] = await stage.database.query<{ found: boolean }>(
    'select to_regclass($1) is not null as found',
    [`public.${name}`],
  );
  return row?.found === true;
}
