import type { ServerModule } from '#platform/module';
import { createGroupCommit } from './group-commit.ts';
import type { IngestNeeds } from './needs.ts';
import { createNormaliser, type Normaliser } from './normaliser.ts';
import { createRefusalNotes } from './note-refusals.ts';
import { createPartitionKeeper } from './partition-keeper.ts';
import { ingestRoutes } from './routes.ts';
import { createWebhookHandler, type WebhookHandler } from './webhook-handler.ts';

/** Webhooks in: verified, committed, answered; then read, given to whom they concern, and marked done. */
export function createIngestModule(needs: IngestNeeds): {
  readonly module: ServerModule;
  /** For the bare node:http server, everything below `/webhooks/`. */
  readonly handleWebhook: WebhookHandler;
  readonly normaliser: Normaliser;
  /** Waits until the webhooks under way are stored. Call it after the server has stopped listening. */
  readonly closeIntake: () => Promise<void>;
} {
  const { platform, intakeStatements, endpoints, publicUrl, recordAudit } = needs;
  const normaliser = createNormaliser(needs);
  const groupCommit = createGroupCommit({ platform, statements: intakeStatements });
  return {
    module: {
      name: 'ingest',
      routes: ingestRoutes(needs),
      workers: [normaliser, createPartitionKeeper(platform)],
    },
    handleWebhook: createWebhookHandler({
      platform,
      endpoints,
      groupCommit,
      publicUrl,
      noteRefusal: createRefusalNotes({ platform, recordAudit }),
    }),
    normaliser,
    closeIntake: () => groupCommit.close(),
  };
}
