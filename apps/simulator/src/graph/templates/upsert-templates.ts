import { parseTemplateUpsert, type TemplateDefinition } from '@renkei/graph-api';
import type { Waba } from '../../world/entities.ts';
import { startReview } from '../../world/templates/review/start-review.ts';
import { templateKey } from '../../world/world.ts';
import type { GraphCall } from '../graph-call.ts';
import { createFrom } from './create-template.ts';
import { requireTemplate, templateInput } from './template-input.ts';

/** `POST /{waba-id}/upsert_message_templates`: one authentication template in many languages, made or replaced. */
export function upsertTemplates(call: GraphCall<Waba>): unknown {
  const definitions = requireTemplate(parseTemplateUpsert(templateInput(call)));
  return { data: definitions.map((definition) => upsert(call, definition)) };
}

function upsert({ simulation, node: waba }: GraphCall<Waba>, definition: TemplateDefinition) {
  const { world, commit } = simulation;
  const { language } = definition;
  const key = templateKey({ wabaId: waba.id, name: definition.name, language });
  const existing = world.templates.get(world.templateIds.get(key) ?? '');
  if (!existing) {
    const { id, status } = createFrom(simulation, waba, definition);
    return { id, status, language };
  }
  const { components, message_send_ttl_seconds: ttlSeconds } = definition;
  const replaced = { ...existing, components, ttlSeconds, status: 'PENDING' };
  commit({ kind: 'entities', entities: { templates: [replaced] } });
  startReview(simulation, replaced);
  return { id: existing.id, status: world.templates.get(existing.id)?.status, language };
}
