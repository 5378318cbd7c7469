import { parseTemplateEdit } from '@renkei/graph-api';
import { notify } from '../../webhooks/notify.ts';
import type { Template } from '../../world/entities.ts';
import { describeComponents } from '../../world/templates/describe-components.ts';
import { type EditObstacle, findEditObstacle, noteEdit } from '../../world/templates/edit-rules.ts';
import { assignCategory } from '../../world/templates/review/review-template.ts';
import { startReview } from '../../world/templates/review/start-review.ts';
import { tellStatus } from '../../world/templates/tell-template.ts';
import type { GraphCall } from '../graph-call.ts';
import type { GraphError } from '../graph-error.ts';
import { checkHandles } from './check-handles.ts';
import { requireTemplate, templateInput, templateRefused } from './template-input.ts';

/**
 * `POST /{template-id}`: changes category, components or life. A change of content is reviewed anew; people get the
 * approved version meanwhile. Throws 100 for what may not be changed, or not yet.
 */
export function editTemplate(call: GraphCall<Template>): unknown {
  const { simulation, node: template } = call;
  const { clock, world, commit } = simulation;
  const input = templateInput(call);
  const definition = requireTemplate(parseTemplateEdit(input, currentDefinition(template)));
  const obstacle = findEditObstacle(template, definition, clock.now());
  if (obstacle) throw refuseEdit(obstacle);
  checkHandles(world, definition.components);
  const isContent = input.components !== undefined || input.category !== undefined;
  const at = clock.now();
  const edited: Template = {
    ...template,
    category: assignCategory(definition, { at, isChangeAllowed: true }),
    components: definition.components,
    parameterFormat: definition.parameter_format ?? template.parameterFormat,
    ttlSeconds: definition.message_send_ttl_seconds,
    isLinkTrackingOff: definition.cta_url_link_tracking_opted_out,
    editedAt: noteEdit(template, at),
    rejectedReason: undefined,
    ...(isContent ? { status: 'PENDING', live: liveOf(template) } : {}),
  };
  commit({ kind: 'entities', entities: { templates: [edited] } });
  if (isContent) {
    tellStatus(simulation, edited, 'PENDING');
    notify(simulation, {
      field: 'message_template_components_update',
      wabaId: edited.wabaId,
      value: describeComponents(edited),
    });
    startReview(simulation, edited);
  }
  return { success: true, id: template.id, name: template.name, category: edited.category };
}

/** The body of a creation that would make the template as it stands. */
function currentDefinition(template: Template) {
  const { name, language, category, components, parameterFormat, ttlSeconds, isLinkTrackingOff } = template;
  return {
    name,
    language,
    category,
    components,
    parameter_format: parameterFormat,
    ...(ttlSeconds === undefined ? {} : { message_send_ttl_seconds: ttlSeconds }),
    ...(isLinkTrackingOff === undefined ? {} : { cta_url_link_tracking_opted_out: isLinkTrackingOff }),
  };
}

/** Only what was approved stays sendable; a paused template is unsendable until its edit is approved. */
function liveOf({ status, components, parameterFormat }: Template): Template['live'] {
  return status === 'APPROVED' ? { components, parameterFormat } : undefined;
}

/** Meta documents no subcodes for these. */
const obstacles: Readonly<Record<EditObstacle, string>> = {
  status: 'Only approved, rejected and paused templates can be edited.',
  category: 'The category of an approved template cannot be edited.',
  daily: 'An approved template can be edited once in 24 hours.',
  monthly: 'An approved template can be edited 10 times in 30 days.',
};

function refuseEdit(obstacle: EditObstacle): GraphError {
  return templateRefused(undefined, 'Message template cannot be edited', obstacles[obstacle]);
}
