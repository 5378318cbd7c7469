import { z } from 'zod';
import { businessAppInputSchema, businessPastSchema } from './onboarding/business-app-input.ts';

const id = z.string().regex(/^\d{5,20}$/, 'A Meta node id: 5 to 20 digits');
const waId = z.string().regex(/^\d{5,15}$/, 'A WhatsApp id: digits without +');

export const phoneNumberInputSchema = z.strictObject({
  id: id.optional(),
  /** With country code, in any spelling: `+81 3-5550-0100`. */
  displayPhoneNumber: z.string().optional(),
  verifiedName: z.string().optional(),
  qualityRating: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN', 'NA']).optional(),
  nameStatus: z.string().optional(),
  codeVerificationStatus: z.string().optional(),
  status: z.string().optional(),
  throughputLevel: z.enum(['STANDARD', 'HIGH', 'NOT_APPLICABLE']).optional(),
  accountMode: z.enum(['LIVE', 'SANDBOX']).optional(),
  registered: z.boolean().optional(),
  onBusinessApp: z.boolean().optional(),
  /** What its Business app remembers and whom it knows; makes it a coexistence number. */
  businessApp: businessPastSchema.optional(),
  isOfficial: z.boolean().optional(),
  /** Makes it a test number, which reaches these people only (131030). */
  testRecipients: z.array(waId).optional(),
});

export const templateInputSchema = z.strictObject({
  id: id.optional(),
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string(),
  category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']).optional(),
  status: z.string().optional(),
  parameterFormat: z.enum(['POSITIONAL', 'NAMED']).optional(),
  components: z.array(z.record(z.string(), z.unknown())),
});

/** The products that can be sent, by the retailer's own ids. */
const catalogInputSchema = z.strictObject({
  id,
  name: z.string(),
  products: z.array(
    z.strictObject({
      retailerId: z.string(),
      name: z.string(),
      priceMicros: z.int(),
      currency: z.string(),
    }),
  ),
});

export const wabaInputSchema = z.strictObject({
  id: id.optional(),
  portfolioId: id.optional(),
  name: z.string().optional(),
  currency: z.string().optional(),
  country: z.string().optional(),
  timezoneId: z.string().optional(),
  catalog: catalogInputSchema.optional(),
  /** True: what would be charged fails with 131042. */
  isPaymentMissing: z.boolean().optional(),
  /** ISO countries this account may not message (130497). */
  blockedCountries: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
  /** True: codes abroad are charged as authentication-international. */
  hasInternationalCodeRates: z.boolean().optional(),
  marketingMessagesStatus: z.enum(['INELIGIBLE', 'ELIGIBLE', 'ONBOARDED']).optional(),
  /** True: marketing templates only by `/marketing_messages` (131063). */
  isMarketingOffOnCloudApi: z.boolean().optional(),
  phoneNumbers: z.array(phoneNumberInputSchema).optional(),
  /** Beside the shipped ones, which a new WABA gets unless `shippedTemplates` is false. */
  templates: z.array(templateInputSchema).optional(),
  shippedTemplates: z.boolean().optional(),
  /** Apps subscribed to the WABA. Left out: every app the world has, for a WABA or app that is new. */
  subscribedApps: z.array(id).optional(),
});

export const appInputSchema = z.strictObject({
  id: id.optional(),
  name: z.string().optional(),
  secret: z.string().min(1).optional(),
  accessToken: z.string().min(1).optional(),
  verifyToken: z.string().optional(),
  /** Set without a handshake; `POST /{app-id}/subscriptions` is the way that has one. */
  callbackUrl: z.url().optional(),
  fields: z.array(z.string()).optional(),
  webhookVersion: z
    .string()
    .regex(/^v\d+\.\d+$/)
    .optional(),
  requireAppSecretProof: z.boolean().optional(),
  /** Permissions of the access token. */
  scopes: z.array(z.string()).optional(),
  /** WABAs the access token reaches; left out: all. */
  wabaIds: z.array(id).optional(),
  /** USER: a person's token, which lives for 60 days. */
  tokenKind: z.enum(['SYSTEM_USER', 'USER']).optional(),
});

export const customerInputSchema = z.strictObject({
  waId,
  name: z.string().optional(),
  userId: z
    .string()
    .regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/)
    .optional(),
  username: z.string().optional(),
  phoneHidden: z.boolean().optional(),
  online: z.boolean().optional(),
  undeliverable: z.boolean().optional(),
  blocked: z.boolean().optional(),
  readReceipts: z.boolean().optional(),
  /** Every message to this person fails by webhook with this code; `null` ends it. */
  failCode: z.int().nullable().optional(),
  identityKeyHash: z.string().optional(),
});

/** Known accounts (by key or SID) are changed. `meta` brings numbers back to Meta itself. */
export const resellerInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dialog360'),
    apiKey: z.string().min(1),
    phoneNumberId: id,
    platformSecret: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('twilio'),
    accountSid: z.string().regex(/^AC[0-9a-f]{32}$/),
    authToken: z.string().min(1),
    messagingServiceSid: z
      .string()
      .regex(/^MG[0-9a-f]{32}$/)
      .optional(),
    phoneNumberIds: z.array(id),
  }),
  z.strictObject({ kind: z.literal('meta'), phoneNumberIds: z.array(id) }),
]);
export type ResellerInput = z.infer<typeof resellerInputSchema>;

/** What `POST /control/world` takes. Known ids (or `waId`s) are changed, others created. */
export const worldInputSchema = z.strictObject({
  portfolios: z
    .array(
      z.strictObject({
        id: id.optional(),
        name: z.string().optional(),
        verificationStatus: z.string().optional(),
        messagingLimit: z.string().optional(),
        /** Meta's credit to a Solution Partner. */
        creditLine: z.strictObject({ id: id.optional(), legalEntityName: z.string() }).optional(),
      }),
    )
    .optional(),
  wabas: z.array(wabaInputSchema).optional(),
  apps: z.array(appInputSchema).optional(),
  customers: z.array(customerInputSchema).optional(),
  /** Accounts at companies that rent numbers out; their numbers move there. */
  resellers: z.array(resellerInputSchema).optional(),
  /** Business apps that can be connected by a sign-up. */
  businessApps: z.array(businessAppInputSchema).optional(),
});

export type WorldInput = z.input<typeof worldInputSchema>;
export type ParsedWorld = z.output<typeof worldInputSchema>;
export type WabaInput = z.infer<typeof wabaInputSchema>;
export type AppInput = z.infer<typeof appInputSchema>;
export type PhoneNumberInput = z.infer<typeof phoneNumberInputSchema>;
export type TemplateInput = z.infer<typeof templateInputSchema>;
export type CustomerInput = z.infer<typeof customerInputSchema>;
