/**
 * Everything that sending keeps, as one port: PostgreSQL in the product, memory in the simulation. Whatever the sending
 * half asks of its tables inside a transaction goes through here, as `context.store`.
 */
import * as attempts from './dispatcher/store/store-attempts.ts';
import * as candidates from './dispatcher/store/store-candidates.ts';
import * as leases from './dispatcher/store/store-leases.ts';
import * as settings from './dispatcher/store/store-number-settings.ts';
import * as order from './dispatcher/store/store-order.ts';
import * as outbox from './dispatcher/store/store-outbox.ts';
import * as portfolios from './dispatcher/store/store-portfolios.ts';
import * as rates from './dispatcher/store/store-rates.ts';
import * as results from './dispatcher/store/store-results.ts';
import { cancelQueued } from './outbound/store-cancel.ts';
import * as gate from './outbound/store-gate-facts.ts';
import * as outbound from './outbound/store-outbound.ts';

export const sendStore = Object.freeze({
  acquireLease: leases.acquireLease,
  assertLease: leases.assertLease,
  renewLease: leases.renewLease,
  releaseLease: leases.releaseLease,

  enqueue: outbox.enqueue,
  queueDue: outbox.queueDue,
  listChannelsWithWork: outbox.listChannelsWithWork,
  readBacklog: outbox.readBacklog,
  lockDueCandidates: candidates.lockDueCandidates,
  lockOverdueCandidates: candidates.lockOverdueCandidates,
  lockClaimed: candidates.lockClaimed,
  lockOpenAttempts: outbox.lockOpenAttempts,
  lockOrphans: outbox.lockOrphans,
  lockUnsure: outbox.lockUnsure,
  markClaimed: outbox.markClaimed,
  markDispatched: outbox.markDispatched,
  markUnsure: outbox.markUnsure,
  postpone: outbox.postpone,
  moveDeadlines: outbox.moveDeadlines,
  moveOutbox: outbox.moveOutbox,
  deleteFromOutbox: outbox.deleteFromOutbox,
  deleteAccepted: outbox.deleteAccepted,

  insertAttempts: attempts.insertAttempts,
  lockAttempts: attempts.lockAttempts,
  lockAttemptsOf: attempts.lockAttemptsOf,
  lockOrphanedAttempts: attempts.lockOrphanedAttempts,
  acceptAttempts: attempts.acceptAttempts,
  closeAttempts: attempts.closeAttempts,
  findMessagesByAttemptKeys: attempts.findMessagesByAttemptKeys,
  countLaterSends: attempts.countLaterSends,

  deleteAwaiting: order.deleteAwaiting,
  endWaiting: order.endWaiting,
  releaseForgotten: order.releaseForgotten,

  readNumber: rates.readNumber,
  readRates: rates.readRates,
  writeTokens: rates.writeTokens,
  holdRates: rates.holdRates,
  clearStrikes: rates.clearStrikes,
  forgetFullPairs: rates.forgetFullPairs,
  countReceived: rates.countReceived,
  readNumberSettings: settings.readNumberSettings,

  lockPortfolio: portfolios.lockPortfolio,
  findStarted: portfolios.findStarted,
  listNextOver: portfolios.listNextOver,
  writePortfolio: portfolios.writePortfolio,
  releasePromised: portfolios.releasePromised,
  deleteStarts: portfolios.deleteStarts,
  readPortfolio: portfolios.readPortfolio,

  markSent: results.markSent,
  writeOutcomes: results.writeOutcomes,
  applyReactions: results.applyReactions,

  lockMarketing: gate.lockMarketing,
  readRecentMarketing: gate.readRecentMarketing,
  readSameSent: gate.readSameSent,
  readPersonAnswers: gate.readPersonAnswers,
  readFreeEntryPoints: gate.readFreeEntryPoints,
  readRefused: gate.readRefused,
  writeVerdicts: gate.writeVerdicts,

  findConversations: outbound.findConversations,
  findUnreachable: outbound.findUnreachable,
  findReferencedMessages: outbound.findReferencedMessages,
  findByIdempotencyKeys: outbound.findByIdempotencyKeys,
  insertOutboundMessages: outbound.insertOutboundMessages,
  showAsLastMessages: outbound.showAsLastMessages,
  lockMessage: outbound.lockMessage,
  queueAgain: outbound.queueAgain,
  cancelQueued,
});

export type SendStore = typeof sendStore;
