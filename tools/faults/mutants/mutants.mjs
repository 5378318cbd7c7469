// Deliberate mistakes (reliability reference, "broken variants"): a harness that catches nothing proves nothing. Each names
// the cheapest thing that must notice it: a test by its file and name, or the simulation within so many seeds.

/**
 * @typedef {{ readonly file: string, readonly find: string, readonly put: string }} Edit of a source below apps/server/src
 *
 * @typedef {{ readonly test: string, readonly named: string } | { readonly seeds: number } | { readonly missing: string }} Catcher
 *   `missing`: why nothing can notice it yet
 *
 * @typedef {object} Mutant
 * @property {string} says what is wrong with it
 * @property {Catcher} caughtBy
 * @property {readonly Edit[]} edits
 */

/** @type {Readonly<Record<string, Mutant>>} */
export const mutants = {
  'ack-before-commit': {
    says: 'answers 200 before the event is stored',
    caughtBy: {
      test: 'apps/server/src/modules/ingest/webhook-handler.test.ts',
      named: 'answers 503 and stores what comes again afterwards',
    },
    edits: [
      {
        file: 'modules/ingest/webhook-handler.ts',
        find: 'await needs.groupCommit.store({',
        put: 'const later = (work: Promise<void>) => void work.catch(() => undefined);\n    later(needs.groupCommit.store({',
      },
      {
        file: 'modules/ingest/webhook-handler.ts',
        find: 'body: receiver.toStored?.(request) ?? body,\n    });',
        put: 'body: receiver.toStored?.(request) ?? body,\n    }));',
      },
    ],
  },
  'mark-before-effect': {
    says: 'marks events as done in one transaction and lets them take effect in the next',
    caughtBy: {
      test: 'apps/server/src/modules/ingest/normaliser.test.ts',
      named: 'is tried 5 times, then waits in quarantine while its neighbours have gone on',
    },
    edits: [
      {
        file: 'modules/ingest/normalise-batch.ts',
        find: '  await takeEffect(needs, transaction, effects);',
        put: `  setTimeout(() => needs.platform.database
    .inTenant(transaction.workspaceId, (later) => takeEffect(needs, later, effects))
    .catch(() => undefined), 5);`,
      },
    ],
  },
  'blind-retry': {
    says: 'sends again when no answer came',
    caughtBy: {
      test: 'apps/server/src/modules/messages/dispatcher/rules/decide-outcome.test.ts',
      named: 'is never queued again by itself when nobody knows whether it was accepted',
    },
    edits: [
      {
        file: 'modules/messages/dispatcher/rules/decide-outcome.ts',
        find: "unsure: () => ({ message: { to: 'unsure' } }),",
        put: "unsure: (_outcome, { nowMs }) => ({ message: { to: 'queued', notBeforeMs: nowMs, reason: 'retry', problem: null } }),",
      },
    ],
  },
  'boot-requeue': {
    says: 'queues again at start what may have been accepted',
    caughtBy: {
      test: 'apps/server/src/modules/messages/dispatcher/faults.test.ts',
      named: 'between dispatch and answer leaves an unsure message that is never sent again',
    },
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
  'no-serialisation': {
    says: 'lets several work on what one customer wrote at the same time',
    caughtBy: {
      test: 'apps/server/src/modules/ingest/normaliser.test.ts',
      named: 'leaves a lane alone while somebody else has its turn',
    },
    edits: [
      {
        file: 'modules/ingest/normalise-batch.ts',
        find: ': await takeLaneTurn(transaction, lane, { waitMs });',
        put: ': true;',
      },
    ],
  },
  'last-status-wins': {
    says: 'shows the status that came last instead of the one that is furthest',
    caughtBy: {
      test: 'apps/server/src/modules/messages/shown-state.test.ts',
      named: 'is the same for every order and repetition of the same statuses',
    },
    edits: [
      {
        file: 'modules/messages/shown-state.ts',
        find: '...statuses.map(({ status }) => progress.findIndex((step) => step === status)),',
        put: '...statuses.slice(-1).map(({ status }) => progress.findIndex((step) => step === status)),',
      },
    ],
  },
  'rates-in-memory': {
    says: 'forgets with the process what was sent to whom',
    caughtBy: {
      test: 'apps/server/src/modules/messages/dispatcher/next-process.test.ts',
      named: 'finds the customer’s burst used up by the process before',
    },
    edits: [
      {
        file: 'modules/messages/dispatcher/claim-batch.ts',
        find: 'const pairs = await store.readRates(tx, channel.id, recipients);',
        put: `const memory: WeakMap<object, Map<string, RateState>> = (Reflect.get(globalThis, 'rates') ?? new WeakMap());
  Reflect.set(globalThis, 'rates', memory);
  const pairs = memory.get(context) ?? new Map<string, RateState>();
  memory.set(context, pairs);`,
      },
    ],
  },
  'lock-without-fencing': {
    says: 'writes for a lease that somebody else has by now',
    caughtBy: {
      test: 'apps/server/src/modules/messages/dispatcher/store/store-leases.test.ts',
      named: 'is worth nothing to a former owner, whatever he believes',
    },
    edits: [
      {
        file: 'modules/messages/dispatcher/store/store-leases.ts',
        find: 'if (rows.length === 0) throw new LeaseLost(`The lease of channel ${lease.channelId} is lost`);',
        put: 'if (rows.length > 1) throw new LeaseLost(`The lease of channel ${lease.channelId} is lost`);',
      },
    ],
  },
  'claim-without-fencing': {
    says: 'takes sends of a number although its lease has run out meanwhile',
    caughtBy: { seeds: 500 },
    edits: [
      {
        file: 'modules/messages/dispatcher/dispatch.ts',
        find: 'await store.assertLease(tx, lease);',
        put: '',
      },
    ],
  },
  'commit-believed-lost': {
    says: 'takes a commit that was never confirmed for one that did not happen',
    caughtBy: {
      test: 'apps/server/src/modules/messages/dispatcher/lost-commits.test.ts',
      named: 'is taken back, since nothing of its sends was begun',
    },
    edits: [{ file: 'modules/messages/dispatcher/dispatch.ts', find: 'takeBack(dispatched);', put: '' }],
  },
  'opt-out-asked-once': {
    says: 'asks once for each customer whether they have stopped everything',
    caughtBy: { seeds: 500 },
    edits: [
      {
        file: 'modules/messages/outbound/people-facts.ts',
        find: 'const states = await consent.states(tx, unique(subjects.filter(isToPerson).map(contactOf)));',
        put: `const states: Map<string, PeopleFacts['consent']> = Reflect.get(consent, 'asked') ?? new Map();
  Reflect.set(consent, 'asked', states);
  const unasked = unique(subjects.filter(isToPerson).map(contactOf)).filter((id) => !states.has(id));
  for (const [id, state] of await consent.states(tx, unasked)) states.set(id, state);`,
      },
    ],
  },
  'cached-opt-out': {
    says: 'remembers who has not said stop',
    caughtBy: {
      test: 'apps/server/src/modules/messages/outbound/consent-stops-sends.test.ts',
      named: 'withdrawn before a queued message is claimed keeps it back for good',
    },
    edits: [
      {
        file: 'modules/consent/module.ts',
        find: 'const latest = contactIds.length === 0 ? [] : await readLatestConsents(tx, contactIds);',
        put: `const cache: Map<string, Awaited<ReturnType<typeof readLatestConsents>>> = Reflect.get(globalThis, 'consents') ?? new Map();
        Reflect.set(globalThis, 'consents', cache);
        const latest = cache.get(contactIds.join()) ?? (contactIds.length === 0 ? [] : await readLatestConsents(tx, contactIds));
        cache.set(contactIds.join(), latest);`,
      },
    ],
  },
  'unscoped-query': {
    says: 'lists rows of every workspace',
    caughtBy: {
      test: 'apps/server/src/modules/ingest/routes.test.ts',
      named: 'lists what is in quarantine with size and reason, for its own workspace only',
    },
    edits: [
      {
        file: 'modules/ingest/list-quarantine.ts',
        find: 'database.inTenant(workspaceId, (transaction)',
        put: 'database.inSystem((transaction: Parameters<Parameters<typeof database.inTenant>[1]>[0])',
      },
      {
        file: 'modules/ingest/store-jobs.ts',
        find: 'where job.workspace_id = ${transaction.workspaceId} and job.quarantined_at is not null',
        put: 'where job.quarantined_at is not null',
      },
    ],
  },
  'signature-optional': {
    says: 'checks a signature only when there is one',
    caughtBy: {
      test: 'apps/server/src/modules/ingest/webhook-handler.test.ts',
      named: 'is refused: 2,000 forgeries, none accepted',
    },
    edits: [
      {
        file: 'modules/channels/providers/cloud-api/inbound/webhooks.ts',
        find: 'verifySignature(signingKey,',
        put: "headers['x-hub-signature-256'] === undefined || verifySignature(signingKey,",
      },
    ],
  },
  'unchecked-redirect': {
    says: 'follows whatever redirect an answer names',
    caughtBy: {
      test: 'apps/server/src/modules/channels/providers/shared/http/exchange.test.ts',
      named: 'with a redirect, which is an answer like any other and never followed',
    },
    edits: [
      {
        file: 'modules/channels/providers/shared/http/exchange.ts',
        find: "import { type Dispatcher, errors } from 'undici';",
        put: "import { type Dispatcher, errors, interceptors } from 'undici';",
      },
      {
        file: 'modules/channels/providers/shared/http/exchange.ts',
        find: 'dispatcher.dispatch(',
        put: 'dispatcher.compose(interceptors.redirect({ maxRedirections: 3 })).dispatch(',
      },
    ],
  },
  'wake-as-truth': {
    says: 'works only when it is woken',
    caughtBy: {
      test: 'apps/server/src/modules/ingest/normaliser.test.ts',
      named: 'finds by itself what nobody woke it for',
    },
    edits: [
      {
        file: 'modules/ingest/normaliser.ts',
        find: 'const pollMs = 2_000;',
        put: 'const pollMs = 2_000_000_000;',
      },
    ],
  },
  'restore-without-hold': {
    says: 'sends what a restored backup still has in its queue',
    caughtBy: {
      test: 'apps/server/src/modules/operations/backup/backup.test.ts',
      named: 'leaves nobody signed in, the system held, security forced and no number given out twice',
    },
    edits: [
      {
        file: 'modules/operations/backup/restore-backup.ts',
        find: 'await holdRestored(client,',
        put: 'await (async (..._nothing: Parameters<typeof holdRestored>) => undefined)(client,',
      },
    ],
  },
  'hook-row-deleted-early': {
    says: 'forgets an event for a customer’s server before it was delivered',
    caughtBy: {
      test: 'apps/server/src/modules/integrations/hooks/hooks.test.ts',
      named: 'is told again until it answers 2xx, always under the same id',
    },
    edits: [
      {
        file: 'modules/integrations/hooks/store-deliveries.ts',
        find: 'update hook_deliveries d set next_at =',
        put: "update hook_deliveries d set state = 'delivered', next_at =",
      },
    ],
  },
};
