import * as z from 'zod';
import type { ProviderTemplate, ProviderTemplateButton, ProviderTemplateComponent } from '../../port.ts';
import type { TwilioCaller } from './caller.ts';
import { pathOf } from './senders.ts';

const text = z.string().nullish().catch(undefined);

const action = z.object({ type: text, title: text, url: text, phone: text, code: text }).loose();

/** The parts that Twilio's content types share; which are there depends on the type. */
const contentType = z.object({
  body: text,
  title: text,
  subtitle: text,
  header_text: text,
  footer: text,
  media: z.array(z.string()).nullish().catch(undefined),
  actions: z.array(action).nullish().catch(undefined),
});
type ContentType = z.infer<typeof contentType>;

const contentSchema = z.object({
  sid: z.string(),
  friendly_name: z.string(),
  language: z.string(),
  types: z.record(z.string(), z.unknown()),
  approval_requests: z
    .object({ name: text, category: text, status: text, rejection_reason: text })
    .nullish()
    .catch(undefined),
});
type Content = z.infer<typeof contentSchema>;

const pageSchema = z.object({
  contents: z.array(contentSchema),
  meta: z.object({ next_page_url: z.string().nullish() }),
});

const pageSize = 500;
const maxPages = 20;

/** Every content that was submitted to WhatsApp. (Twilio, "Content API: ContentAndApprovals", 2026-11) */
export async function listTemplates(caller: TwilioCaller): Promise<readonly ProviderTemplate[]> {
  const templates: ProviderTemplate[] = [];
  let path: string | undefined = `/v1/ContentAndApprovals?PageSize=${pageSize}`;
  for (let page = 0; page < maxPages && path !== undefined; page += 1) {
    const answer: z.infer<typeof pageSchema> = await caller.call({ host: 'content', path }, pageSchema);
    templates.push(...answer.contents.flatMap(toTemplate));
    path = pathOf(answer.meta.next_page_url);
  }
  return templates;
}

/** Approval in WhatsApp goes by the name that was submitted. One that was not submitted cannot be sent as a template. */
function toTemplate(content: Content): readonly ProviderTemplate[] {
  const { sid, friendly_name: friendlyName, language, types, approval_requests: approval } = content;
  if (!approval?.status || approval.status === 'unsubmitted') return [];
  const [typeName = '', type] = Object.entries(types)[0] ?? [];
  const parts = contentType.safeParse(type);
  return [
    {
      providerTemplateId: sid,
      name: approval.name || friendlyName,
      language,
      category: (approval.category ?? 'UTILITY').toUpperCase(),
      status: statuses.get(approval.status) ?? approval.status.toUpperCase(),
      // Variables are numbered across all parts, so within one part their numbers are names.
      parameterFormat: 'NAMED',
      rejectedReason: approval.rejection_reason || null,
      qualityScore: null,
      components:
        parts.success && knownTypes.has(typeName)
          ? toComponents(parts.data)
          : [{ type: typeName.toUpperCase() }],
    },
  ];
}

/** Twilio's words where they are not Meta's. */
const statuses: ReadonlyMap<string, string> = new Map([
  ['received', 'PENDING'],
  ['pending', 'PENDING'],
]);

/** Types whose parts we can show and fill in; others are listed as what they are and cannot be sent. */
const knownTypes: ReadonlySet<string> = new Set([
  'twilio/text',
  'twilio/media',
  'twilio/quick-reply',
  'twilio/call-to-action',
  'twilio/card',
  'whatsapp/card',
  'whatsapp/authentication',
]);

function toComponents({ body, title, subtitle, header_text: header, footer, media, actions }: ContentType) {
  const head = header ?? media?.find((url) => url.includes('{{'));
  const foot = footer ?? subtitle;
  const buttons = (actions ?? []).map(toButton);
  const components: ProviderTemplateComponent[] = [
    // The variable part of a file's address is filled in like a text; a fixed file needs nothing.
    ...(head ? [{ type: 'HEADER', format: 'TEXT', text: head }] : []),
    { type: 'BODY', text: body ?? title ?? '' },
    ...(foot ? [{ type: 'FOOTER', text: foot }] : []),
    ...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons }] : []),
  ];
  return components;
}

const buttonTypes: ReadonlyMap<string, string> = new Map([
  ['URL', 'URL'],
  ['PHONE_NUMBER', 'PHONE_NUMBER'],
  ['PHONE', 'PHONE_NUMBER'],
  ['COPY_CODE', 'OTP'],
]);

/** An action without a type is one of a quick reply; its payload was fixed when the content was made. */
function toButton({ type, title, url, phone }: z.infer<typeof action>): ProviderTemplateButton {
  return {
    type: buttonTypes.get(type ?? '') ?? 'QUICK_REPLY',
    text: title ?? '',
    ...(url ? { url } : {}),
    ...(phone ? { phoneNumber: phone } : {}),
  };
}
