import { z } from 'zod';
import { boundedText, webUrl } from '../../requests/values.ts';
import { decoration, tolerantList } from '../../wire.ts';
import { listAnswer } from '../paging.ts';

export const businessProfileLimits = {
  about: 139,
  address: 256,
  description: 512,
  email: 128,
  websites: 2,
  website: 256,
} as const;

export const businessVerticals = [
  'OTHER',
  'AUTO',
  'BEAUTY',
  'APPAREL',
  'EDU',
  'ENTERTAIN',
  'EVENT_PLAN',
  'FINANCE',
  'GROCERY',
  'GOVT',
  'HOTEL',
  'HEALTH',
  'NONPROFIT',
  'PROF_SERVICES',
  'RETAIL',
  'TRAVEL',
  'RESTAURANT',
  'ALCOHOL',
  'ONLINE_GAMBLING',
  'PHYSICAL_GAMBLING',
  'OTC_DRUGS',
  'UNDEFINED',
  'NOT_A_BIZ',
] as const;

/** `GET /{phone-number-id}/whatsapp_business_profile`: one item; keys that are not set do not come. */
export const businessProfileAnswer = listAnswer(
  z.looseObject({
    about: decoration(z.string()),
    address: decoration(z.string()),
    description: decoration(z.string()),
    email: decoration(z.string()),
    profile_picture_url: decoration(z.string()),
    websites: tolerantList(z.string()),
    vertical: decoration(z.string()),
  }),
);
export type BusinessProfile = z.infer<typeof businessProfileAnswer>['data'][number];

/** Empty, which takes the entry away, or at most `max` characters. */
function clearable(max: number) {
  return z.union([z.literal(''), boundedText(max)]).optional();
}

/** `POST` to the same path: only what is given changes. (Meta, "Business profiles", 2026) */
export const businessProfileUpdate = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  about: boundedText(businessProfileLimits.about).optional(),
  address: clearable(businessProfileLimits.address),
  description: clearable(businessProfileLimits.description),
  email: clearable(businessProfileLimits.email).refine(
    (email) => !email || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email),
    { error: 'must be an e-mail address' },
  ),
  websites: z
    .array(webUrl.refine((url) => url.length <= businessProfileLimits.website, { error: 'is too long' }))
    .max(businessProfileLimits.websites)
    .optional(),
  vertical: z.enum(businessVerticals).optional(),
  /** From a resumable upload. */
  profile_picture_handle: boundedText(4096).optional(),
});
export type BusinessProfileUpdate = z.infer<typeof businessProfileUpdate>;
