import { z } from 'zod';
import type { Flow } from './flow.ts';

const headSchema = z.object({
  version: z.string().optional(),
  data_api_version: z.string().optional(),
});

/** The versions a flow's JSON names; both missing while there is no JSON, or none that parses. */
export function readFlowHead({ json }: Pick<Flow, 'json'>): z.infer<typeof headSchema> {
  if (json === undefined) return {};
  try {
    return headSchema.catch({}).parse(JSON.parse(json));
  } catch {
    // Broken JSON is described by its validation errors.
    return {};
  }
}

/** Whether the flow's screens come from the business's endpoint. */
export function needsEndpoint(flow: Pick<Flow, 'json'>): boolean {
  return readFlowHead(flow).data_api_version !== undefined;
}
