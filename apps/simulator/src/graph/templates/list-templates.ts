import type { Template, Waba } from '../../world/entities.ts';
import { page } from '../fields/page.ts';
import { parseFields } from '../fields/parse-fields.ts';
import { showFields } from '../fields/select-fields.ts';
import { type GraphCall, textParameter } from '../graph-call.ts';
import { listValues } from './list-values.ts';
import { templateView } from './template-view.ts';

/** What each filter compares; several values separated by commas mean any of them. */
const filters: Readonly<Record<string, (template: Template) => string | undefined>> = {
  status: ({ status }) => status,
  category: ({ category }) => category,
  language: ({ language }) => language,
  quality_score: ({ quality }) => quality?.score ?? 'UNKNOWN',
  correct_category: ({ correctCategory }) => correctCategory,
};

/** `GET /{waba-id}/message_templates`, with Meta's filters and its summary. */
export function listTemplates(call: GraphCall<Waba>): unknown {
  const { world, origin } = call.simulation;
  const all = [...world.templates.values()].filter(
    ({ wabaId, status }) => wabaId === call.node.id && status !== 'DELETED',
  );
  const found = all.filter((template) => matches(call, template));
  const fields = textParameter(call, 'fields');
  const view = templateView(world, origin());
  const requests = fields ? parseFields(fields) : undefined;
  const shown = page(call, `${call.node.id}/message_templates`, found, (template) =>
    showFields(template, view, requests),
  );
  const summary = summarise(call, all.length);
  return summary ? { ...shown, summary } : shown;
}

function matches(call: GraphCall, template: Template): boolean {
  const name = textParameter(call, 'name') ?? textParameter(call, 'name_or_content');
  if (name !== undefined && !template.name.includes(name.toLowerCase())) return false;
  const content = textParameter(call, 'content');
  if (content !== undefined && !JSON.stringify(template.components).includes(content)) return false;
  return Object.entries(filters).every(([filter, read]) => {
    const wanted = call.parameters[filter];
    if (wanted === undefined || wanted === '') return true;
    return listValues(wanted).some((value) => value.trim().toLowerCase() === read(template)?.toLowerCase());
  });
}

function summarise(call: GraphCall<Waba>, count: number) {
  const asked = textParameter(call, 'summary');
  if (!asked) return undefined;
  const { world } = call.simulation;
  const isVerified = world.portfolios.get(call.node.portfolioId)?.verificationStatus === 'verified';
  const known: Readonly<Record<string, unknown>> = {
    total_count: count,
    message_template_count: count,
    message_template_limit: isVerified ? 6000 : 250,
    are_translations_complete: true,
  };
  const names = asked === 'true' ? Object.keys(known) : asked.split(',').map((name) => name.trim());
  return Object.fromEntries(names.filter((name) => name in known).map((name) => [name, known[name]]));
}
