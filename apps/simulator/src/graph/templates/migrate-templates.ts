import { z } from 'zod';
import type { Template, Waba } from '../../world/entities.ts';
import { templateKey } from '../../world/world.ts';
import type { GraphCall } from '../graph-call.ts';
import { badParameter, readInput } from '../input/read-input.ts';
import { graphInteger, graphList, graphText } from '../input/values.ts';

const mostAtOnce = 500;

const inputSchema = z.object({
  source_waba_id: graphText,
  page_number: graphInteger.pipe(z.int().min(0)).optional(),
  count: graphInteger.pipe(z.int().min(1).max(mostAtOnce)).optional(),
  template_ids: graphList(graphText).optional(),
});

/**
 * `POST /{waba-id}/migrate_message_templates`: copies the good templates of another account of the same business. Only
 * approved ones of green or unknown quality; a name that is taken fails.
 */
export function migrateTemplates(call: GraphCall<Waba>): unknown {
  const { simulation, node: target } = call;
  const { world, random, clock, commit } = simulation;
  const input = readInput(call, inputSchema);
  const source = world.wabas.get(input.source_waba_id);
  if (source?.portfolioId !== target.portfolioId || source.id === target.id) {
    throw badParameter('source_waba_id', 'must be another WhatsApp Business Account of the same business.');
  }
  const { page_number: page = 0, count = mostAtOnce, template_ids: ids } = input;
  const chosen = [...world.templates.values()]
    .filter(({ wabaId, id }) => wabaId === source.id && (ids?.includes(id) ?? true))
    .filter(isGood)
    .slice(page * count, (page + 1) * count);
  const migrated: Record<string, string> = {};
  const failed: Record<string, string> = {};
  for (const template of chosen) {
    const copy = { ...template, id: random.digits(16), wabaId: target.id, createdAt: clock.now() };
    if (world.templateIds.has(templateKey(copy))) {
      failed[template.id] = 'A template of this name and language already exists.';
      continue;
    }
    commit({ kind: 'entities', entities: { templates: [copy] } });
    migrated[template.id] = copy.id;
  }
  return { migrated_templates: migrated, failed_templates: failed };
}

function isGood({ status, quality }: Template): boolean {
  const score = quality?.score ?? 'UNKNOWN';
  return status === 'APPROVED' && (score === 'GREEN' || score === 'UNKNOWN');
}
