import { z } from 'zod';
import { decoration, tolerantList, wireId } from '../../wire.ts';
import { defineMessageType } from './define.ts';

const label = decoration(z.string());

/** A shared card. Any part may be missing. (Meta, "Contacts messages webhook", v25) */
const card = z.looseObject({
  name: decoration(
    z.looseObject({
      formatted_name: label,
      first_name: label,
      last_name: label,
      middle_name: label,
      prefix: label,
      suffix: label,
    }),
  ),
  phones: tolerantList(z.looseObject({ phone: label, wa_id: decoration(wireId), type: label })),
  emails: tolerantList(z.looseObject({ email: label, type: label })),
  urls: tolerantList(z.looseObject({ url: label, type: label })),
  addresses: tolerantList(
    z.looseObject({
      street: label,
      city: label,
      state: label,
      zip: label,
      country: label,
      country_code: label,
      type: label,
    }),
  ),
  org: decoration(z.looseObject({ company: label, department: label, title: label })),
  birthday: label,
  vcard: label,
  /** `contact_request` when the card answers our request for contact information. */
  origin: label,
});

export const contacts = defineMessageType('contacts', z.array(card).min(1));
