// Deliberate mistakes that a run must catch: a harness that catches nothing proves nothing.

/**
 * @typedef {object} Mutant
 * @property {'inbound' | 'sends'} scenario which run must catch it
 * @property {string} says what is wrong with it
 * @property {readonly { readonly file: string, readonly find: string, readonly put: string }[]} edits of the sources
 */

/** @type {Readonly<Record<string, Mutant>>} */
export const mutants = {
  'ack-before-commit': {
    scenario: 'inbound',
    says: 'answers 200 before the event is stored',
    edits: [
      {
        file: 'modules/ingest/webhook-handler.ts',
        find: 'await needs.groupCommit.store({ workspaceId, endpointId, body });',
        put: 'setTimeout(() => needs.groupCommit.store({ workspaceId, endpointId, body }).catch(() => undefined), 20);',
      },
    ],
  },
  'blind-retry': {
    scenario: 'sends',
    says: 'sends again when no answer came',
    edits: [
      {
        file: 'modules/messages/dispatcher/rules/decide-outcome.ts',
        find: "unsure: () => ({ message: { to: 'unsure' } }),",
        put: "unsure: (_outcome, { nowMs }) => ({ message: { to: 'queued', notBeforeMs: nowMs, reason: 'retry', problem: null } }),",
      },
    ],
  },
  'boot-requeue': {
    scenario: 'sends',
    says: 'queues again at start what may have been accepted',
    edits: [
      {
        file: 'modules/messages/dispatcher/recover.ts',
        find: "const claimed = orphans.filter(({ state }) => state === 'claimed');",
        put: 'const claimed = orphans;',
      },
      {
        file: 'modules/messages/dispatcher/recover.ts',
        find: "const dispatched = orphans.filter(({ state }) => state === 'dispatched');",
        put: 'const dispatched: typeof orphans = [];',
      },
    ],
  },
};
