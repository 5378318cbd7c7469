import { routes as contract } from '@renkei/contract';
import type { Channels } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import { bind, type Platform, type ServerModule } from '#platform/module';
import { applyTemplateUpdate, type TemplateUpdate } from './apply-template-update.ts';
import { listTemplates } from './list-templates.ts';
import { findTemplateRow } from './store.ts';
import { syncTemplates } from './sync-templates.ts';
import { readTemplateShape, type TemplateShape } from './template-shape.ts';

/** What a send must know of a template. */
export interface TemplateFacts {
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly status: string;
  /** The provider's word for why it has its status. */
  readonly reason: string | null;
  readonly shape: TemplateShape;
}

export interface Templates {
  find(
    transaction: TenantTransaction,
    template: { readonly wabaId: string; readonly name: string; readonly language: string },
  ): Promise<TemplateFacts | undefined>;
  /** For ingest: what the provider tells about one template. See `applyTemplateUpdate`. */
  applyUpdate(transaction: TenantTransaction, update: TemplateUpdate): Promise<boolean>;
  /** Reads a channel's templates from its provider. */
  sync(workspaceId: string, channelId: string): Promise<void>;
}

export function createTemplatesModule(
  platform: Platform,
  { channels }: { readonly channels: Channels },
): { readonly module: ServerModule; readonly templates: Templates } {
  channels.whenRead(({ workspaceId, wabaId, provider }) =>
    syncTemplates(platform, workspaceId, wabaId, provider),
  );
  const templates: Templates = {
    async find(tx, { wabaId, name, language }) {
      const row = await findTemplateRow(tx, wabaId, name, language);
      return row && { ...row, shape: readTemplateShape(row) };
    },
    applyUpdate: applyTemplateUpdate,
    async sync(workspaceId, channelId) {
      const { wabaId, provider } = await channels.connection(workspaceId, channelId);
      await syncTemplates(platform, workspaceId, wabaId, provider);
    },
  };
  const routes = [
    bind(contract.listTemplates, async ({ workspaceId }, { query }) => ({
      items: [...(await listTemplates({ platform, channels }, workspaceId, query.channelId))],
    })),
  ];
  return { module: { name: 'templates', routes, workers: [] }, templates };
}
