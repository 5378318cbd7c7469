import { z } from 'zod';
import { decoration, wireId } from '../../wire.ts';
import { listAnswer } from '../paging.ts';

/** `GET /{phone-number-id}/whatsapp_commerce_settings`. At first the cart is on and the catalog hidden. */
export const commerceSettingsAnswer = listAnswer(
  z.looseObject({
    id: decoration(wireId),
    is_cart_enabled: decoration(z.boolean()),
    is_catalog_visible: decoration(z.boolean()),
  }),
);

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** `POST` to the same path; both keys also come in the query, as words. (Meta, "Set commerce settings", 2026) */
export const commerceSettingsUpdate = z.strictObject({
  is_cart_enabled: flag.optional(),
  is_catalog_visible: flag.optional(),
});
