import { createChannelsModule } from '#modules/channels';
import { createConsentModule } from '#modules/consent';
import { channelTraffic, createOutbound, previewOf } from '#modules/messages';
import { createTemplatesModule } from '#modules/templates';
import { systemClock } from '#platform/clock';
import { createDatabase, type Database } from '#platform/database';
import { createLogger } from '#platform/log';
import { createMetrics } from '#platform/metrics';
import type { Platform, Worker } from '#platform/module';
import { listenForWakes } from '#platform/wake';
import type { BenchDatabase } from './bench-database.ts';
import { createSendingWorld, type SendingNumber, type SendingWorld, secretBox } from './sending-world.ts';

/** The sending half of the product in this process, against a simulator in another. */
export interface Sender {
  readonly world: SendingWorld;
  readonly database: Database;
  /** The dispatcher; not started yet. */
  readonly worker: Worker;
  /** Queues a text, through the gate. */
  send(conversationId: string): Promise<string>;
  close(): Promise<void>;
}

export async function openSender(
  postgres: BenchDatabase,
  graphUrl: string,
  numbers: readonly SendingNumber[],
  conversationsPerNumber: number,
): Promise<Sender> {
  const log = createLogger('error');
  const connection = postgres.ownerConnection;
  const database = createDatabase({ connection, clock: systemClock, log });
  const wake = await listenForWakes({ connection, log });
  const platform: Platform = { database, wake, clock: systemClock, log, metrics: createMetrics() };
  const world = await createSendingWorld(database, graphUrl, numbers, conversationsPerNumber);
  const { channels } = createChannelsModule(platform, {
    config: {
      publicUrl: 'http://localhost:1',
      graphUrl,
      graphVersion: 'v25.0',
      dialog360Url: graphUrl,
      twilioUrl: null,
    },
    secretBox,
    recordAudit: async () => undefined,
    traffic: channelTraffic,
  });
  const jobs = { handle: () => undefined, enqueue: unused };
  const { templates } = createTemplatesModule(platform, { channels, jobs });
  const { consent } = createConsentModule({
    platform,
    recordAudit: async () => undefined,
    memberNames: unused,
    findContact: unused,
    holdContact: unused,
  });
  const outbound = createOutbound(platform, {
    channels,
    templates,
    media: { factsForSend: unused, provideForSend: unused },
    contacts: { resolve: unused, preferences: unused },
    consent,
    ensureConversations: unused,
    mergeStoredStatuses: async () => undefined,
    previewOf,
    viewMessages: unused,
    recordAudit: async () => undefined,
    intakeLagMs: async () => 0,
  });
  const [worker] = outbound.workers;
  if (!worker) throw new Error('There is no dispatcher');
  return {
    world,
    database,
    worker,
    send: (conversationId) =>
      outbound.send(world.workspaceId, {
        conversationId,
        content: { kind: 'text', body: 'ご注文の品を発送しました。' },
        senderMemberId: null,
        origin: 'inbox',
      }),
    async close() {
      await channels.close();
      await wake.close();
      await database.close();
    },
  };
}

async function unused(): Promise<never> {
  throw new Error('This bench sends texts only');
}
