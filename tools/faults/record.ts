import type { CrashPoint } from '../../apps/server/src/platform/crash-point/index.ts';

/** What a customer wrote, as the simulator handed it out: it must be in the inbox of this number once. */
export interface WrittenMessage {
  readonly id: string;
  readonly waId: string;
  readonly phoneNumberId: string;
}

/**
 * What the harness did to the stage, told by the scenarios and read by the invariants: the other half of the truth beside
 * the database and the simulator's ledger.
 */
export interface RunRecord {
  readonly written: WrittenMessage[];
  /** Ids that forged bodies named: none may ever be seen. */
  readonly forged: string[];
  /** Customers who only ever wrote more than eight days ago: no window, no unread count of today. */
  readonly stale: WrittenMessage[];
  /** Customers who said stop, and when we had written that down, by the simulator's clock. */
  readonly optOuts: { readonly phoneNumberId: string; readonly waId: string; readonly committedAt: number }[];
  /** Messages that the API accepted. */
  readonly requested: { readonly workspaceId: string; readonly messageId: string }[];
  /** What members changed through the API, and the action that the audit log must have for it. */
  readonly changes: { readonly workspaceId: string; readonly action: string; readonly subjectId: string }[];
  /** Attempts that a death left without anybody knowing how they ended. */
  readonly inDoubt: Set<string>;
  /** Exchanges with Graph that were cut on the wire while an answer was awaited. */
  cutCalls: number;
  /** Requests of the load that were answered 500, and what the server wrote about requests that failed in it. */
  readonly failedAnswers: { readonly request: string; readonly requestId: string }[];
  readonly failureLines: string[];
  /** Requests of the load that were answered 503. */
  unavailable: number;
  /** How often each crash point ended a server. */
  readonly crashes: Map<CrashPoint, number>;
  /** Measured on the way, printed at the end. */
  readonly figures: Map<string, string>;
}

export function newRecord(): RunRecord {
  return {
    written: [],
    forged: [],
    stale: [],
    optOuts: [],
    requested: [],
    changes: [],
    inDoubt: new Set(),
    cutCalls: 0,
    failedAnswers: [],
    failureLines: [],
    unavailable: 0,
    crashes: new Map(),
    figures: new Map(),
  };
}

const longestStack = 1_200;

/** Of a line of a server's log: it is kept when it says why a request failed. */
export function noteFailure(line: string, { failureLines }: RunRecord): void {
  if (!line.includes('"a request failed"')) return;
  const { requestId, err } = JSON.parse(line);
  const stack = String(err?.stack ?? line).replaceAll(/\n\s+/g, ' | ');
  failureLines.push(`${requestId} ${err?.code ?? ''} ${stack.slice(0, longestStack)}`);
}
