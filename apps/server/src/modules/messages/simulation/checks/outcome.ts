import { isTroubled } from '../plan.ts';
import type { MemoryDatabase } from '../store/memory-database.ts';
import type { MessageRow } from '../store/rows.ts';
import type { SimulatedProvider } from '../world/provider.ts';
import type { World } from '../world/world.ts';

const ends = new Set(['sent', 'delivered', 'read', 'played', 'failed', 'unconfirmed', 'cancelled']);
const progress = ['sent', 'delivered', 'read', 'played'];

/** What must be true when everything has come to rest: the database against what the provider has really taken. */
export function checkOutcome(world: World, provider: SimulatedProvider): readonly string[] {
  const { outbox, attempts, messages } = world.database.tables;
  const name = (messageId: string) => world.trace.name('message', messageId);
  const problems: string[] = [];
  for (const row of outbox.values()) problems.push(`I6: ${name(row.messageId)} is still ${row.state}`);

  const acceptedMessages = new Set<string>();
  for (const { attemptKey, providerMessageId } of provider.acceptances) {
    const attempt = attempts.get(attemptKey);
    const message = messages.get(attempt?.messageId ?? '');
    if (!attempt || !message) continue;
    acceptedMessages.add(message.id);
    if (attempt.providerMessageId !== providerMessageId) {
      problems.push(
        `I5: the provider accepted an attempt of ${name(message.id)}, which is ${attempt.state} here`,
      );
    }
    if (message.providerMessageId === null && message.resends === 0) {
      problems.push(`I5: the provider accepted ${name(message.id)}, which is ${message.state} here`);
    }
  }
  for (const message of messages.values()) {
    if (!ends.has(message.state))
      problems.push(`I6: ${name(message.id)} is ${message.state} and in no queue`);
    if (message.state === 'unconfirmed' && !isTroubled(world.plan)) {
      problems.push(`I7: ${name(message.id)} is unconfirmed although nothing was lost`);
    }
    const shown = expectedState(world.database, message);
    if (shown !== undefined && shown !== message.state) {
      problems.push(`rule 6: ${name(message.id)} is shown as ${message.state}, its statuses say ${shown}`);
    }
  }
  return problems;
}

/** What a message shows, from nothing but the set of what was told about it: delivered or more > failed > sent. */
function expectedState(database: MemoryDatabase, message: MessageRow): string | undefined {
  if (message.providerMessageId === null) return undefined;
  const told = new Set(
    [...database.tables.statuses.values()]
      .filter(({ providerMessageId }) => providerMessageId === message.providerMessageId)
      .map(({ status }) => status),
  );
  const reached = progress.findLast((status) => told.has(status)) ?? 'sent';
  return told.has('failed') && reached === 'sent' ? 'failed' : reached;
}
