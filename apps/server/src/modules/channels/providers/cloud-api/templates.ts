import { type MessageTemplateNode, messageTemplateList, nextCursor } from '@renkei/graph-api';
import * as z from 'zod';
import type { ProviderTemplate, ProviderTemplateComponent } from '../../port.ts';
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
      fields: 'id,name,language,status,category,parameter_format,components,rejected_reason,quality_score',
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

export function toTemplate(node: MessageTemplateNode): ProviderTemplate {
  return {
    providerTemplateId: node.id,
    name: node.name,
    language: node.language,
    category: node.category,
    status: node.status,
    parameterFormat: node.parameter_format?.toUpperCase() === 'NAMED' ? 'NAMED' : 'POSITIONAL',
    rejectedReason: node.rejected_reason ?? null,
    qualityScore: node.quality_score?.score ?? null,
    components: node.components.flatMap((component) => {
      const read = componentSchema.safeParse(component);
      // A part that cannot be read is kept by its name, so that the template is not taken for one without it.
      return [read.success ? read.data : { type: component.type }];
    }),
  };
}

const text = z.string().optional().catch(undefined);

const buttonSchema = z
  .object({ type: z.string(), text, url: text, phone_number: text })
  .transform(({ phone_number: phoneNumber, ...button }) => ({ ...button, phoneNumber }));

const partSchema = z.object({
  type: z.string().transform((type) => type.toUpperCase()),
  format: text,
  text,
  buttons: z.array(buttonSchema).optional(),
});

/** Cards have parts of their own, but no cards. */
const componentSchema = partSchema
  .extend({
    cards: z.array(z.object({ components: z.array(partSchema) })).optional(),
    limited_time_offer: z.object({ text, has_expiration: z.boolean().optional() }).optional(),
  })
  .transform(
    ({ limited_time_offer: offer, ...part }): ProviderTemplateComponent => ({
      ...part,
      offer: offer && { text: offer.text ?? '', hasExpiration: offer.has_expiration ?? false },
    }),
  );
