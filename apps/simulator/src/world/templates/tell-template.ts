import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import type { JsonObject, Template } from '../entities.ts';

/** The three keys by which every webhook about a template names it. */
export function refOf({ id, name, language }: Template) {
  return { message_template_id: id, message_template_name: name, message_template_language: language };
}

/** Tells that a template has another status; `more` holds what the event needs beside it. */
export function tellStatus(
  simulation: Simulation,
  template: Template,
  event: string,
  more: JsonObject = {},
  at = simulation.clock.now(),
): void {
  notify(simulation, {
    field: 'message_template_status_update',
    wabaId: template.wabaId,
    value: {
      event,
      ...refOf(template),
      reason: 'NONE',
      message_template_category: template.category,
      ...more,
    },
    at,
  });
}
