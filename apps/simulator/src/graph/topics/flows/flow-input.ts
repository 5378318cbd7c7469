import { flowCategories } from '@renkei/graph-api';
import { z } from 'zod';
import { graphBoolean, graphList, graphText, graphTextOf } from '../../input/values.ts';

const metadata = {
  categories: graphList(z.enum(flowCategories), { min: 1 }),
  endpoint_uri: z.string().regex(/^https?:\/\/\S+$/, 'must be a valid URI.'),
  name: graphTextOf(200, 1),
};

export const createFlowSchema = z.object({
  name: metadata.name,
  categories: metadata.categories,
  /** A JSON document as text. */
  flow_json: z
    .preprocess((value) => (typeof value === 'object' ? JSON.stringify(value) : value), z.string())
    .optional(),
  publish: graphBoolean.optional(),
  clone_flow_id: graphText.optional(),
  endpoint_uri: metadata.endpoint_uri.optional(),
});

export const updateFlowSchema = z.object({
  name: metadata.name.optional(),
  categories: metadata.categories.optional(),
  endpoint_uri: metadata.endpoint_uri.optional(),
  application_id: graphText.optional(),
});
