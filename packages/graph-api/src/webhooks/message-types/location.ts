import { z } from 'zod';
import { decoration, wireNumber } from '../../wire.ts';
import { defineMessageType } from './define.ts';

/** Decimal degrees. */
export const location = defineMessageType(
  'location',
  z.looseObject({
    latitude: wireNumber,
    longitude: wireNumber,
    name: decoration(z.string()),
    address: decoration(z.string()),
    url: decoration(z.string()),
  }),
);
