import type { Template } from '@renkei/contract';
import type { Channels } from '#modules/channels';
import { RenkeiError } from '#platform/errors';
import type { Platform } from '#platform/module';
import { listTemplateRows, type TemplateRow } from './store.ts';
import { readTemplateShape } from './template-shape.ts';
import { findPartObstacle, findStatusObstacle } from './template-status.ts';

/** All templates of a channel's account, whatever their status; each says why it cannot be sent, if it cannot. */
export function listTemplates(
  { platform, channels }: { readonly platform: Platform; readonly channels: Channels },
  workspaceId: string,
  channelId: string,
): Promise<readonly Template[]> {
  return platform.database.inTenant(workspaceId, async (tx) => {
    const channel = (await channels.viewFacts(tx, [channelId])).get(channelId);
    if (!channel) throw new RenkeiError('not_found');
    return (await listTemplateRows(tx, channel.wabaId)).map(viewTemplate);
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
