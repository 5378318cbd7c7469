import type { Template } from '@renkei/contract';
import type { Channels } from '#modules/channels';
import { RenkeiError } from '#platform/errors';
import type { Platform } from '#platform/module';
import { listTemplateRows, type TemplateRow } from './store.ts';
import { readTemplateShape } from './template-shape.ts';

/** The approved templates of a channel's account. */
export function listTemplates(
  { platform, channels }: { readonly platform: Platform; readonly channels: Channels },
  workspaceId: string,
  channelId: string,
): Promise<readonly Template[]> {
  return platform.database.inTenant(workspaceId, async (tx) => {
    const channel = (await channels.viewFacts(tx, [channelId])).get(channelId);
    if (!channel) throw new RenkeiError('not_found');
    const rows = await listTemplateRows(tx, channel.wabaId);
    return rows.filter(({ status }) => status === approved).map(viewTemplate);
  });
}

const approved = 'APPROVED';

function viewTemplate(row: TemplateRow): Template {
  const shape = readTemplateShape(row.components, row.parameterFormat);
  return {
    id: row.id,
    wabaId: row.wabaId,
    name: row.name,
    language: row.language,
    category: row.category,
    status: row.status,
    headerText: shape.headerText,
    bodyText: shape.bodyText,
    footerText: shape.footerText,
    buttons: [...shape.buttons],
    headerParameterCount: shape.variables.header.length,
    bodyParameterCount: shape.variables.body.length,
    sendable: shape.sendable,
  };
}
