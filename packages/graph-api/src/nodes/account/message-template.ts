import { z } from 'zod';
import { decoration, tolerantList, wireId, wireNumber, wireTimestamp } from '../../wire.ts';
import { healthStatus } from '../health-status.ts';
import { listAnswer } from '../paging.ts';

const namedExample = z.looseObject({ param_name: z.string(), example: z.string() });

const button = z.looseObject({
  /** QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, OTP, FLOW, CATALOG …; open. */
  type: z.string(),
  text: decoration(z.string()),
  /** May end with one `{{1}}`. */
  url: decoration(z.string()),
  phone_number: decoration(z.string()),
  example: decoration(z.union([z.string(), z.array(z.string())])),
});
export type TemplateButtonNode = z.infer<typeof button>;

/** A part of a template. Keys depend on `type`; those that do not belong to it are absent. */
const component = z.looseObject({
  /** HEADER, BODY, FOOTER, BUTTONS, CAROUSEL, LIMITED_TIME_OFFER …; open. */
  type: z.string().transform((type) => type.toUpperCase()),
  /** Of a header: TEXT, IMAGE, VIDEO, DOCUMENT, GIF, LOCATION, PRODUCT. */
  format: decoration(z.string()),
  text: decoration(z.string()),
  buttons: decoration(z.array(button)),
  example: decoration(
    z.looseObject({
      header_text: decoration(z.array(z.string())),
      header_text_named_params: decoration(z.array(namedExample)),
      header_handle: decoration(z.array(z.string())),
      body_text: decoration(z.array(z.array(z.string()))),
      body_text_named_params: decoration(z.array(namedExample)),
    }),
  ),
});
export type TemplateComponentNode = z.infer<typeof component>;

/** `GET /{template-id}` and the items of `GET /{waba-id}/message_templates`. (Meta, "Templates", 2026-11) */
export const messageTemplateNode = z.looseObject({
  id: wireId,
  name: z.string(),
  language: z.string(),
  /** APPROVED, PENDING, REJECTED, PAUSED, DISABLED …; open. */
  status: z.string(),
  category: z.string(),
  /** NAMED or POSITIONAL, which is the default. */
  parameter_format: decoration(z.string()),
  components: tolerantList(component),
  /** GREEN, YELLOW, RED or UNKNOWN, and since when. */
  quality_score: decoration(
    z.looseObject({ score: decoration(z.string()), date: decoration(wireTimestamp) }),
  ),
  rejected_reason: decoration(z.string()),
  previous_category: decoration(z.string()),
  correct_category: decoration(z.string()),
  sub_category: decoration(z.string()),
  message_send_ttl_seconds: decoration(wireNumber),
  cta_url_link_tracking_opted_out: decoration(z.boolean()),
  library_template_name: decoration(z.string()),
  health_status: decoration(healthStatus),
});
export type MessageTemplateNode = z.infer<typeof messageTemplateNode>;

export const messageTemplateList = listAnswer(messageTemplateNode);

/** The answer to creating a template; a review may have ended at once. */
export const templateCreatedAnswer = z.looseObject({
  id: wireId,
  status: decoration(z.string()),
  category: decoration(z.string()),
});
