import { z } from 'zod';
import { boundedText, webUrl } from '../../requests/values.ts';
import { decoration, tolerantList, wireId, wireNumber } from '../../wire.ts';
import { healthStatus } from '../health-status.ts';
import { listAnswer } from '../paging.ts';

export const flowCategories = [
  'SIGN_UP',
  'SIGN_IN',
  'APPOINTMENT_BOOKING',
  'LEAD_GENERATION',
  'CONTACT_US',
  'CUSTOMER_SUPPORT',
  'SURVEY',
  'OTHER',
] as const;

const place = {
  line_start: decoration(wireNumber),
  line_end: decoration(wireNumber),
  column_start: decoration(wireNumber),
  column_end: decoration(wireNumber),
};

const validationError = z.looseObject({
  error: decoration(z.string()),
  error_type: decoration(z.string()),
  message: decoration(z.string()),
  ...place,
  pointers: tolerantList(z.looseObject({ ...place, path: decoration(z.string()) })),
});

/** `GET /{flow-id}` and the items of `GET /{waba-id}/flows`. (Meta, "Flows API", 2026) */
export const flowNode = z.looseObject({
  id: wireId,
  name: decoration(z.string()),
  /** DRAFT, PUBLISHED, DEPRECATED, BLOCKED or THROTTLED; open. */
  status: decoration(z.string()),
  categories: tolerantList(z.string()),
  validation_errors: tolerantList(validationError),
  json_version: decoration(z.string()),
  /** Absent for Flows without an endpoint. */
  data_api_version: decoration(z.string()),
  endpoint_uri: decoration(z.string()),
  preview: decoration(z.looseObject({ preview_url: z.string(), expires_at: decoration(z.string()) })),
  whatsapp_business_account: decoration(z.looseObject({ id: wireId })),
  application: decoration(z.looseObject({ id: wireId, name: decoration(z.string()) })),
  health_status: decoration(healthStatus),
});
export type FlowNode = z.infer<typeof flowNode>;

export const flowList = listAnswer(flowNode);

/** `GET /{flow-id}/assets`. */
export const flowAssetList = listAnswer(
  z.looseObject({ name: z.string(), asset_type: z.string(), download_url: z.string() }),
);

/** The answer of creating a Flow and of uploading its JSON: it succeeds even with faults, publishing does not. */
export const flowSavedAnswer = z.looseObject({
  id: decoration(wireId),
  success: decoration(z.boolean()),
  validation_errors: tolerantList(validationError),
});

const categories = z.array(z.enum(flowCategories)).min(1);

/** `POST /{waba-id}/flows`. */
export const flowCreateRequest = z.strictObject({
  name: boundedText(200),
  categories,
  /** The Flow as JSON in a string. */
  flow_json: boundedText(10_000_000).optional(),
  publish: z.boolean().optional(),
  clone_flow_id: boundedText(64).optional(),
  endpoint_uri: webUrl.optional(),
});

/** `POST /{flow-id}`. */
export const flowUpdateRequest = z.strictObject({
  name: boundedText(200).optional(),
  categories: categories.optional(),
  endpoint_uri: webUrl.optional(),
  application_id: boundedText(64).optional(),
});
