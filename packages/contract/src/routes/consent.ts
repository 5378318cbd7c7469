/** What people agreed to be sent, what they stopped, and by which rules the workspace sends. */
import * as z from 'zod';
import { idSchema, instantSchema } from '../primitives.ts';
import { defineRoute } from '../route.ts';

/** What a send is for; consent is asked by it. Templates: by their category. Everything else is service. */
export const sendPurposes = ['service', 'utility', 'authentication', 'marketing'] as const;
export type SendPurpose = (typeof sendPurposes)[number];

/** What people agree to or stop. `all`: everything that the business would start by itself. */
export const consentPurposes = ['marketing', 'utility', 'all'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const consentDecisions = ['opt_in', 'opt_out'] as const;
export type ConsentDecision = (typeof consentDecisions)[number];

/** How members may have learnt of it. */
export const recordedSources = ['website', 'app', 'phone', 'sms', 'in_person', 'import', 'other'] as const;

/**
 * How it came to us. `keyword`: a message such as STOP. `button`: a reply button. `answer`: to a question we had asked.
 * `whatsapp`: the person's own setting in WhatsApp. `refusal`: WhatsApp refused a send because of it.
 */
export const consentSources = [
  'keyword',
  'button',
  'answer',
  'whatsapp',
  'refusal',
  ...recordedSources,
] as const;
export type ConsentSource = (typeof consentSources)[number];

/** One entry of the ledger, which only grows. */
export const consentEventSchema = z.object({
  id: idSchema,
  purpose: z.enum(consentPurposes),
  decision: z.enum(consentDecisions),
  source: z.enum(consentSources),
  /** What proves it: the words they wrote, the form, the document. */
  evidence: z.string(),
  /** What they were shown when they agreed; empty when nobody noted it. */
  wording: z.string(),
  /** When they decided. */
  decidedAt: instantSchema,
  /** When it came into the ledger. */
  recordedAt: instantSchema,
  /** Who noted it, if a member did. */
  member: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** The message that says it, if one does. */
  messageId: idSchema.nullable(),
  channelId: idSchema.nullable(),
});
export type ConsentEvent = z.infer<typeof consentEventSchema>;

export const contactConsentSchema = z.object({
  contactId: idSchema,
  /** As the ledger stands now. `unknown`: they have not said anything about it. */
  state: z.object({
    marketing: z.enum([...consentDecisions, 'unknown']),
    utility: z.enum([...consentDecisions, 'unknown']),
  }),
  /** The question that waits for their answer. */
  question: z
    .object({
      purpose: z.enum(consentPurposes),
      wording: z.string(),
      askedAt: instantSchema,
      expiresAt: instantSchema,
    })
    .nullable(),
  /** The newest first, 100 at most. */
  events: z.array(consentEventSchema),
});
export type ContactConsent = z.infer<typeof contactConsentSchema>;

const contactParams = z.object({ contactId: idSchema });
const wordingSchema = z.string().trim().max(1000);

export const getConsent = defineRoute({
  name: 'getConsent',
  method: 'GET',
  path: '/v1/contacts/:contactId/consent',
  summary: 'What a contact agreed to be sent and what they stopped, with the proof of each',
  access: { permission: 'contact.read' },
  params: contactParams,
  response: contactConsentSchema,
  errors: ['not_found'],
});

export const recordConsent = defineRoute({
  name: 'recordConsent',
  method: 'POST',
  path: '/v1/contacts/:contactId/consent',
  summary: 'Note that a contact agreed (`opt_in`) or withdrew (`opt_out`), with how it is known',
  access: { permission: 'contact.write' },
  params: contactParams,
  body: z.object({
    purpose: z.enum(consentPurposes),
    decision: z.enum(consentDecisions),
    source: z.enum(recordedSources),
    evidence: z.string().trim().max(1000).optional(),
    wording: wordingSchema.optional(),
    /** Left out: now. Never in the future. */
    decidedAt: instantSchema.optional(),
  }),
  response: contactConsentSchema,
  errors: ['not_found', 'conflict'],
});

export const askForConsent = defineRoute({
  name: 'askForConsent',
  method: 'POST',
  path: '/v1/contacts/:contactId/consent/question',
  summary:
    'Note that a contact was asked, in these words, whether they agree: for seven days a plain YES or NO counts as the answer. Nothing is sent by this',
  access: { permission: 'contact.write' },
  params: contactParams,
  body: z.object({ purpose: z.enum(consentPurposes), wording: wordingSchema.min(1) }),
  response: contactConsentSchema,
  errors: ['not_found'],
});

/** 24 hours, `08:00`. */
const timeOfDaySchema = z.iso.time({ precision: -1 });
const confirmationSchema = z.string().trim().max(1000).nullable();

/** By which rules the workspace sends. */
export const sendingSettingsSchema = z.object({
  /** Whether templates that the business starts with need an opt-in for their purpose. */
  optInRequired: z.object({ marketing: z.boolean(), utility: z.boolean() }),
  /** Nothing of marketing in these hours of the recipient's day; it waits until they end. */
  quietHours: z.object({
    enabled: z.boolean(),
    from: timeOfDaySchema,
    to: timeOfDaySchema,
    /** Utility templates too. */
    includesUtility: z.boolean(),
  }),
  /** The most marketing messages that one person gets; null: as many as you like. */
  marketingCaps: z.object({
    perDay: z.number().int().min(1).max(50).nullable(),
    perWeek: z.number().int().min(1).max(200).nullable(),
  }),
  /** The same content does not go to the same person again so soon; members are only warned. Null: it may. */
  duplicatesWithinMinutes: z.number().int().min(1).max(1440).nullable(),
  /** How long automations keep quiet after a member, or somebody on the phone, has answered. Null: not at all. */
  automationPauseMinutes: z.number().int().min(1).max(10080).nullable(),
  /** Whether messages such as STOP and START change consent. */
  keywords: z.object({ optOut: z.boolean(), optIn: z.boolean() }),
  /** One answer when a keyword has changed something; null: in our own words. */
  confirmations: z.object({ enabled: z.boolean(), optOut: confirmationSchema, optIn: confirmationSchema }),
});
export type SendingSettings = z.infer<typeof sendingSettingsSchema>;

export const getSendingSettings = defineRoute({
  name: 'getSendingSettings',
  method: 'GET',
  path: '/v1/sending-settings',
  summary: 'By which rules the workspace sends: opt-in, quiet hours, caps, keywords',
  access: { permission: 'workspace.read' },
  response: sendingSettingsSchema,
});

export const updateSendingSettings = defineRoute({
  name: 'updateSendingSettings',
  method: 'PATCH',
  path: '/v1/sending-settings',
  summary: 'Change rules by which the workspace sends; what is left out stays as it is',
  access: { permission: 'sending.manage' },
  body: sendingSettingsSchema.partial(),
  response: sendingSettingsSchema,
});
