import { z } from 'zod';
import type { JsonRecord } from '../../../json.ts';
import { decoration, wireId, wireTimestamp } from '../../../wire.ts';
import { defineNumberField } from '../define.ts';
import { type ItemReading, type NumberScope, readItems, readNumberScope } from './number-scope.ts';

const stateSync = z.looseObject({
  /** `contact` is the only one known. */
  type: z.string(),
  /** `add` also means edit; or `remove`. */
  action: z.string(),
  contact: decoration(
    z.looseObject({
      full_name: decoration(z.string()),
      first_name: decoration(z.string()),
      phone_number: decoration(wireId),
      user_id: decoration(wireId),
      parent_user_id: decoration(wireId),
      username: decoration(z.string()),
    }),
  ),
  metadata: decoration(z.looseObject({ timestamp: decoration(wireTimestamp) })),
});
/** A change in the phone app's address book. */
export type StateSyncItem = z.infer<typeof stateSync>;

export interface StateSyncValue extends NumberScope {
  readonly stateSync: readonly ItemReading<StateSyncItem>[];
}

/** Reads address book changes; the first sync brings the whole book in several webhooks. Never throws. */
export function parseStateSyncValue(value: JsonRecord): StateSyncValue {
  return { ...readNumberScope(value), stateSync: readItems(value, 'state_sync', stateSync) };
}

export const smbAppStateSync = defineNumberField('smb_app_state_sync', parseStateSyncValue);
