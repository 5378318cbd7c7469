import { messageTemplateNode } from '@renkei/graph-api';
import * as z from 'zod';
import type { ProviderTemplate } from '../../port.ts';
import { type GraphCaller, toTemplate } from '../cloud-api/graph-wire.ts';

const pageSize = 1_000;
/** Meta allows 6,000 to an account. */
const maxPages = 10;

/** 360dialog keeps its own list, in Meta's shapes but with words in lower case. (360dialog, "Templates", 2026-11) */
const listAnswer = z.object({
  total: z.number().int(),
  waba_templates: z.array(
    z
      .looseObject({
        id: z.string(),
        external_id: z.string().nullish(),
        rejected_reason: z.string().nullish(),
      })
      .transform(({ id, external_id: metaId, rejected_reason: reason, ...rest }) => ({
        ...rest,
        id: metaId ?? id,
        rejected_reason: reason ?? undefined,
      }))
      .transform((node) => messageTemplateNode.parse(node)),
  ),
});

export async function listTemplates(caller: GraphCaller): Promise<readonly ProviderTemplate[]> {
  const templates: ProviderTemplate[] = [];
  for (let page = 0; page < maxPages; page += 1) {
    const query = { limit: String(pageSize), offset: String(page * pageSize) };
    const answer = await caller.call({ path: '/v1/configs/templates', query }, listAnswer);
    templates.push(...answer.waba_templates.map(readTemplate));
    if (templates.length >= answer.total || answer.waba_templates.length === 0) break;
  }
  return templates;
}

function readTemplate(node: z.output<typeof messageTemplateNode>): ProviderTemplate {
  const template = toTemplate(node);
  return {
    ...template,
    status: template.status.toUpperCase(),
    category: template.category.toUpperCase(),
    rejectedReason: template.rejectedReason?.toUpperCase() ?? null,
  };
}
