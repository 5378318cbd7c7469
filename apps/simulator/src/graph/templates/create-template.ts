import {
  type LibraryTemplateDefinition,
  parseLibraryTemplate,
  parseTemplateDefinition,
  type TemplateDefinition,
} from '@renkei/graph-api';
import type { Simulation } from '../../simulation.ts';
import type { JsonObject, Template, Waba } from '../../world/entities.ts';
import { fillLibraryTemplate, findLibraryTemplate } from '../../world/templates/library/library.ts';
import { assignCategory } from '../../world/templates/review/review-template.ts';
import { startReview } from '../../world/templates/review/start-review.ts';
import { tellStatus } from '../../world/templates/tell-template.ts';
import type { GraphCall } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';
import { checkCreation } from './check-creation.ts';
import { checkHandles } from './check-handles.ts';
import { requireTemplate, templateInput } from './template-input.ts';

/** What creating a template answers. */
export interface CreatedTemplate {
  readonly id: string;
  readonly status: string;
  readonly category: string;
}

/**
 * `POST /{waba-id}/message_templates`: puts a template into review, or takes one from Meta's library, which is approved
 * at once. Throws 100 with a subcode, 80007 after too many in an hour.
 */
export function createTemplate(call: GraphCall<Waba>): CreatedTemplate {
  const input = templateInput(call);
  if (input.library_template_name !== undefined) {
    return createFromLibrary(call.simulation, call.node, requireTemplate(parseLibraryTemplate(input)));
  }
  return createFrom(call.simulation, call.node, requireTemplate(parseTemplateDefinition(input)));
}

export function createFrom(
  simulation: Simulation,
  waba: Waba,
  definition: TemplateDefinition,
): CreatedTemplate {
  const { world, clock } = simulation;
  const { name, language } = definition;
  checkCreation(world, waba, { name, language }, clock.now());
  checkHandles(world, definition.components);
  const isChangeAllowed = definition.allow_category_change ?? false;
  const category = assignCategory(definition, { at: clock.now(), isChangeAllowed });
  const created = add(simulation, waba, {
    name,
    language,
    category,
    status: 'PENDING',
    parameterFormat: definition.parameter_format ?? 'POSITIONAL',
    components: definition.components,
    ttlSeconds: definition.message_send_ttl_seconds,
    isLinkTrackingOff: definition.cta_url_link_tracking_opted_out,
  });
  startReview(simulation, created);
  return show(simulation, created.id);
}

function createFromLibrary(
  simulation: Simulation,
  waba: Waba,
  definition: LibraryTemplateDefinition,
): CreatedTemplate {
  const { name, language, library_template_name: libraryName } = definition;
  const entry = findLibraryTemplate(libraryName, language);
  if (!entry) {
    throw new GraphError(100, { details: `No library template ${libraryName} in ${language}` });
  }
  checkCreation(simulation.world, waba, { name, language }, simulation.clock.now());
  const created = add(simulation, waba, {
    name,
    language,
    category: entry.category,
    status: 'APPROVED',
    parameterFormat: 'POSITIONAL',
    components: fillLibraryTemplate(entry, definition.library_template_button_inputs ?? []),
    libraryName,
  });
  tellStatus(simulation, created, 'APPROVED');
  return show(simulation, created.id);
}

type NewTemplate = Omit<Template, 'id' | 'wabaId' | 'createdAt' | 'components'> & {
  readonly components: readonly JsonObject[];
};

function add({ commit, clock, random }: Simulation, { id: wabaId }: Waba, given: NewTemplate): Template {
  const at = clock.now();
  const template: Template = { ...given, id: random.digits(16), wabaId, createdAt: at };
  commit({ kind: 'template-created', template, at });
  return template;
}

/** Without a delay of review the verdict is in already. */
function show({ world }: Simulation, id: string): CreatedTemplate {
  const template = world.templates.get(id);
  return { id, status: template?.status ?? 'PENDING', category: template?.category ?? 'UTILITY' };
}
