import { routes as contract } from '@renkei/contract';
import type { Channels } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import type { JobQueue } from '#platform/jobs';
import { bind, type Platform, type ServerModule } from '#platform/module';
import { readTemplatesJob } from './jobs.ts';
import { listTemplates } from './list-templates.ts';
import { findTemplateRows, type TemplateKey } from './store.ts';
import { syncTemplates } from './sync-templates.ts';
import { takeTemplateChanges } from './take-template-changes.ts';
import { readTemplateShape, type TemplateShape } from './template-shape.ts';

/** What a send must know of a template. */
export interface TemplateFacts {
  readonly providerTemplateId: string;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly status: string;
  /** The provider's word for why it has its status. */
  readonly reason: string | null;
  readonly shape: TemplateShape;
}

export interface Templates {
  /** In the order of the keys; undefined where the account has no such template. One query for all. */
  find(
    transaction: TenantTransaction,
    keys: readonly TemplateKey[],
  ): Promise<readonly (TemplateFacts | undefined)[]>;
  /** For ingest: what webhooks told about templates. */
  takeChanges(
    transaction: TenantTransaction,
    changes: Parameters<typeof takeTemplateChanges>[2],
  ): Promise<void>;
}

export function createTemplatesModule(
  platform: Platform,
  { channels, jobs }: { readonly channels: Channels; readonly jobs: Pick<JobQueue, 'enqueue' | 'handle'> },
): { readonly module: ServerModule; readonly templates: Templates } {
  channels.whenRead(({ workspaceId, wabaId, provider }) =>
    syncTemplates(platform, workspaceId, wabaId, provider),
  );
  jobs.handle(readTemplatesJob, async ({ workspaceId, wabaId }) => {
    const connection = await channels.connectionOfAccount(workspaceId, wabaId);
    if (connection) await syncTemplates(platform, workspaceId, wabaId, connection.provider);
  });
  const templates: Templates = {
    async find(tx, keys) {
      const unique = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
      const rows = unique.length === 0 ? [] : await findTemplateRows(tx, unique);
      const found = new Map(rows.map((row) => [nameOf(row), { ...row, shape: readTemplateShape(row) }]));
      return keys.map((key) => found.get(nameOf(key)));
    },
    takeChanges: (tx, changes) => takeTemplateChanges(jobs, tx, changes),
  };
  const routes = [
    bind(contract.listTemplates, async ({ workspaceId }, { query }) => ({
      items: [...(await listTemplates({ platform, channels, jobs }, workspaceId, query.channelId))],
    })),
  ];
  return { module: { name: 'templates', routes, workers: [] }, templates };
}

/** No part of it has a space. */
function nameOf({ wabaId, name, language }: TemplateKey): string {
  return `${wabaId} ${name} ${language}`;
}
