import type { Template } from '@renkei/contract';
import type { Channels } from '#modules/channels';
import { RenkeiError } from '#platform/errors';
import type { JobQueue } from '#platform/jobs';
import type { Platform } from '#platform/module';
import { readTemplatesJob } from './jobs.ts';
import { listTemplateRows, type TemplateRow } from './store.ts';
import { readTemplateShape } from './template-shape.ts';
import { findPartObstacle, findStatusObstacle } from './template-status.ts';

interface ListTemplatesNeeds {
  readonly platform: Platform;
  readonly channels: Channels;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
}

/** Webhooks about templates only come to who has set the app's own address, so what is older is read again. */
const freshForMs = 5 * 60 * 1000;

/**
 * All templates of a channel's account, whatever their status; each says why it cannot be sent, if it cannot. Those that
 * have not been read for a while are read again in the background, which `template.updated` tells.
 */
export function listTemplates(
  { platform, channels, jobs }: ListTemplatesNeeds,
  workspaceId: string,
  channelId: string,
): Promise<readonly Template[]> {
  return platform.database.inTenant(workspaceId, async (tx) => {
    const channel = (await channels.viewFacts(tx, [channelId])).get(channelId);
    if (!channel) throw new RenkeiError('not_found');
    const rows = await listTemplateRows(tx, channel.wabaId);
    const readAtMs = Math.max(...rows.map(({ syncedAt }) => syncedAt.getTime()));
    if (channel.state === 'connected' && platform.clock.now().getTime() - readAtMs > freshForMs) {
      await jobs.enqueue(tx, readTemplatesJob, [{ workspaceId, wabaId: channel.wabaId }]);
    }
    return rows.map(viewTemplate);
  });
}

function viewTemplate(row: TemplateRow): Template {
  const { id, wabaId, name, language, category, status, quality } = row;
  const { isNamed: _, unknownParts, ...shape } = readTemplateShape(row);
  const obstacle = findStatusObstacle(row) ?? findPartObstacle(row, unknownParts);
  return {
    id,
    wabaId,
    name,
    language,
    category,
    status,
    quality,
    ...shape,
    sendable: obstacle === undefined,
    problem: obstacle?.problem ?? null,
  };
}
