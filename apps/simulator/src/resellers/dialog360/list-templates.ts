import { showComponents } from '../../graph/templates/show-components.ts';
import type { Simulation } from '../../simulation.ts';
import type { JsonObject, PhoneNumber } from '../../world/entities.ts';

/** 360dialog's own list of the account's templates: Meta's parts, words in lower case. (360dialog, "Templates", 2026-11) */
export function listTemplates({ world, origin }: Simulation, { wabaId }: PhoneNumber, query: JsonObject) {
  const all = [...world.templates.values()].filter((template) => template.wabaId === wabaId);
  const offset = Number(query.offset ?? 0);
  const limit = Math.min(Number(query.limit ?? 1000), 1000);
  const shown = all.slice(offset, offset + limit).map((template) => ({
    id: `t${template.id}`,
    external_id: template.id,
    name: template.name,
    language: template.language,
    category: template.category,
    status: template.status.toLowerCase(),
    parameter_format: template.parameterFormat,
    components: showComponents(world, origin(), template),
    rejected_reason: template.rejectedReason ?? 'NONE',
    quality_score: { score: template.quality?.score ?? 'UNKNOWN' },
    waba_account_id: wabaId,
  }));
  return { count: shown.length, limit, offset, total: all.length, waba_templates: shown };
}
