import { z } from 'zod';
import type { Simulation } from '../simulation.ts';
import type { JsonObject } from '../world/entities.ts';
import { buildWamid } from '../world/messages/wamid.ts';

const referralSchema = z.strictObject({
  sourceType: z.enum(['ad', 'post']),
  headline: z.string().min(1),
  body: z.string().default(''),
  /** A picture the phone uploaded before. */
  mediaId: z.string().optional(),
  welcomeText: z.string().optional(),
});

/** What a message of any kind may carry about where it comes from. */
export const marksSchema = z.object({
  /** Forwarded up to five times, or more often (Meta: messages webhook, context). */
  forwarded: z.enum(['once', 'often']).optional(),
  /** The person came by a click on an advertisement or a post; only ever on the first message. */
  referral: referralSchema.optional(),
  /** Asked from a product's page with "Message business". */
  referredProduct: z
    .strictObject({ catalogId: z.string().min(1), productRetailerId: z.string().min(1) })
    .optional(),
});

export type Marks = z.infer<typeof marksSchema>;

interface MarkContext {
  readonly simulation: Simulation;
  readonly phoneNumberId: string;
  readonly waId: string;
}

/** The marks as further keys of Meta's message object. */
export function renderMarks(
  { forwarded, referral, referredProduct }: Marks,
  context: MarkContext,
): JsonObject {
  return {
    ...(forwarded
      ? { context: { [forwarded === 'once' ? 'forwarded' : 'frequently_forwarded']: true } }
      : {}),
    ...(referredProduct ? { context: renderProductContext(referredProduct, context) } : {}),
    ...(referral ? { referral: renderReferral(referral, context.simulation) } : {}),
  };
}

/** The context's id is no message of the business; Meta derives it from the enquiry. */
function renderProductContext(
  product: NonNullable<Marks['referredProduct']>,
  context: MarkContext,
): JsonObject {
  const { simulation, phoneNumberId, waId } = context;
  return {
    from: simulation.world.phoneNumbers.get(phoneNumberId)?.digits,
    id: buildWamid('outbound', waId, 'product_inquiry'),
    referred_product: { catalog_id: product.catalogId, product_retailer_id: product.productRetailerId },
  };
}

function renderReferral(
  referral: NonNullable<Marks['referral']>,
  { random, origin }: Simulation,
): JsonObject {
  const { sourceType, headline, body, mediaId, welcomeText } = referral;
  return {
    source_url: `https://fb.me/${random.base62(9)}`,
    source_id: random.digits(18),
    source_type: sourceType,
    body,
    headline,
    ...(mediaId ? { media_type: 'image', image_url: `${origin()}/phones/media/${mediaId}` } : {}),
    ctwa_clid: `AR${random.base62(46)}`,
    ...(welcomeText ? { welcome_message: { text: welcomeText } } : {}),
  };
}
