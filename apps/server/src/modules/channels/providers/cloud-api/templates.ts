import { type MessageTemplateNode, messageTemplateList, nextCursor } from '@renkei/graph-api';
import type { ProviderTemplate } from '../../port.ts';
import type { GraphCaller } from './graph-caller.ts';

/** A WABA holds at most 6,000 templates; a hundred pages of a hundred are more than that. (Meta, "Templates", 2026) */
const maxPages = 100;

export async function listTemplates(
  caller: GraphCaller,
  wabaId: string,
): Promise<readonly ProviderTemplate[]> {
  const templates: ProviderTemplate[] = [];
  let after: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const query = {
      fields: 'id,name,language,status,category,parameter_format,components',
      limit: '100',
      ...(after === undefined ? {} : { after }),
    };
    const answer = await caller.call({ path: `/${wabaId}/message_templates`, query }, messageTemplateList);
    templates.push(...answer.data.map(toTemplate));
    after = nextCursor(answer);
    if (after === undefined) break;
  }
  return templates;
}

function toTemplate(node: MessageTemplateNode): ProviderTemplate {
  return {
    providerTemplateId: node.id,
    name: node.name,
    language: node.language,
    category: node.category,
    status: node.status,
    parameterFormat: node.parameter_format?.toUpperCase() === 'NAMED' ? 'NAMED' : 'POSITIONAL',
    components: node.components.map(({ type, format, text, buttons }) => ({
      type,
      format,
      text,
      buttons: buttons?.map((button) => ({ type: button.type, text: button.text, url: button.url })),
    })),
  };
}
