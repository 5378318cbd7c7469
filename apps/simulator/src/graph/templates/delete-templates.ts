import type { Template, Waba } from '../../world/entities.ts';
import { deleteTemplate } from '../../world/templates/delete-template.ts';
import { type GraphCall, textParameter } from '../graph-call.ts';
import { GraphError, missingParameter } from '../graph-error.ts';
import { listValues } from './list-values.ts';
import { templateRefused } from './template-input.ts';

const mostAtOnce = 100;

/**
 * `DELETE /{waba-id}/message_templates`: every language of a name, one language (`name` and `hsm_id`), or many by id
 * (`hsm_ids`, all or nothing).
 */
export function deleteTemplates(call: GraphCall<Waba>): unknown {
  const templates = findTemplates(call);
  if (templates.some(({ status }) => status === 'DISABLED')) {
    throw templateRefused(undefined, 'Template cannot be deleted', 'Disabled templates cannot be deleted.');
  }
  for (const template of templates) deleteTemplate(call.simulation, template);
  return { success: true };
}

function findTemplates(call: GraphCall<Waba>): readonly Template[] {
  const own = [...call.simulation.world.templates.values()].filter(
    ({ wabaId, status }) => wabaId === call.node.id && status !== 'DELETED',
  );
  const ids = listIds(call.parameters.hsm_ids);
  if (ids) return ids.map((id) => own.find((template) => template.id === id) ?? notFound(id));
  const name = textParameter(call, 'name');
  if (name === undefined) throw missingParameter('name');
  const id = textParameter(call, 'hsm_id');
  const found = own.filter((template) => template.name === name && template.id === (id ?? template.id));
  return found.length > 0 ? found : notFound(name);
}

/** `[1,2]`, `1,2`, or a list. */
export function listIds(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === '') return undefined;
  const ids = listValues(typeof value === 'string' ? value.replaceAll(/[[\]"\s]/g, '') : value);
  if (ids.length > mostAtOnce) {
    throw new GraphError(100, { message: `(#100) Param hsm_ids must have at most ${mostAtOnce} items.` });
  }
  return ids;
}

function notFound(which: string): never {
  throw templateRefused(2593002, 'Message Template Not Found', `No message template ${which} was found.`);
}
