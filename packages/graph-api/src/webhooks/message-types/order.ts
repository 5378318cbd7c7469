import { z } from 'zod';
import { decoration, wireId, wireNumber } from '../../wire.ts';
import { defineMessageType } from './define.ts';

/** A cart sent from the catalog. `item_price` is a decimal amount of `currency`. */
export const order = defineMessageType(
  'order',
  z.looseObject({
    catalog_id: decoration(wireId),
    text: decoration(z.string()),
    product_items: z.array(
      z.looseObject({
        product_retailer_id: wireId,
        quantity: wireNumber,
        item_price: decoration(wireNumber),
        currency: decoration(z.string()),
      }),
    ),
  }),
);
