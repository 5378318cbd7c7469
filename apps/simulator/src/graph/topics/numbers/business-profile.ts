import { businessVerticals, businessProfileLimits as limits } from '@renkei/graph-api';
import { z } from 'zod';
import type { PhoneNumber } from '../../../world/entities.ts';
import { changeSettings } from '../../../world/numbers/change-settings.ts';
import type { BusinessProfile } from '../../../world/numbers/number-settings.ts';
import { settingsOf } from '../../../world/numbers/settings-of.ts';
import { parseFields } from '../../fields/parse-fields.ts';
import { type Edges, type GraphCall, managementScope, textParameter } from '../../graph-call.ts';
import { unknownField } from '../../graph-error.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphList, graphTextOf, messagingProduct } from '../../input/values.ts';

const profileSchema = z.object({
  messaging_product: messagingProduct,
  about: graphTextOf(limits.about, 1).optional(),
  address: graphTextOf(limits.address).optional(),
  description: graphTextOf(limits.description).optional(),
  email: graphTextOf(limits.email)
    .refine((email) => email === '' || z.email().safeParse(email).success, 'must be a valid email address.')
    .optional(),
  websites: graphList(
    graphTextOf(limits.website).refine((url) => /^https?:\/\/\S+$/.test(url), 'must be a valid URI.'),
    { max: limits.websites },
  ).optional(),
  vertical: z.enum(businessVerticals).optional(),
  profile_picture_handle: z.string().min(1).optional(),
});

/** `/{phone-number-id}/whatsapp_business_profile`. */
export const businessProfileEdges: Edges<'phoneNumber'> = {
  'GET whatsapp_business_profile': { scope: managementScope, handle: getProfile },
  'POST whatsapp_business_profile': { scope: managementScope, handle: setProfile },
};

/** Unset parts are left out; without `fields` only `messaging_product` is sure. */
function getProfile(call: GraphCall<PhoneNumber>): unknown {
  const { simulation, node } = call;
  const { picture, ...profile } = settingsOf(simulation.world, node.id).profile;
  const values: Readonly<Record<string, unknown>> = {
    ...profile,
    profile_picture_url: picture && `${simulation.origin()}/whatsapp_business/pictures/${picture.sha256}`,
  };
  const shown: Record<string, unknown> = {};
  for (const { name } of parseFields(textParameter(call, 'fields') ?? '')) {
    if (name === 'messaging_product' || name === 'id') continue;
    if (!profileFields.has(name)) throw unknownField(name, 'WhatsAppBusinessProfile');
    if (values[name] !== undefined && values[name] !== '') shown[name] = values[name];
  }
  return { data: [{ ...shown, messaging_product: 'whatsapp' }] };
}

const profileFields: ReadonlySet<string> = new Set([
  'about',
  'address',
  'description',
  'email',
  'profile_picture_url',
  'websites',
  'vertical',
]);

function setProfile(call: GraphCall<PhoneNumber>): unknown {
  const { simulation, node } = call;
  const {
    messaging_product: _product,
    profile_picture_handle: handle,
    ...given
  } = readInput(call, profileSchema);
  const picture = handle === undefined ? {} : { picture: takePicture(call, handle) };
  const before = settingsOf(simulation.world, node.id).profile;
  changeSettings(simulation, node.id, { profile: { ...before, ...given, ...picture } });
  return { success: true };
}

/** The file behind a handle of a resumable upload; only JPEG and PNG are pictures. */
function takePicture(
  { simulation }: GraphCall<PhoneNumber>,
  handle: string,
): NonNullable<BusinessProfile['picture']> {
  const uploaded = simulation.world.handles.get(handle);
  if (!uploaded) throw badParameter('profile_picture_handle', 'is not a valid upload handle.');
  const { sha256, mimeType } = uploaded;
  if (mimeType !== 'image/jpeg' && mimeType !== 'image/png') {
    throw badParameter('profile_picture_handle', `must be an image of type JPEG or PNG - got "${mimeType}".`);
  }
  return { sha256, mimeType };
}
