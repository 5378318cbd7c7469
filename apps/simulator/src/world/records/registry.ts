import type { World } from '../world.ts';
import { addressBookRecords } from './address-book.ts';
import { callRecords } from './calls.ts';
import type { RecordsOf } from './define-records.ts';
import { echoRecords } from './echoes.ts';
import { entityRecords } from './entities.ts';
import { feedbackRecords } from './feedback.ts';
import { mediaRecords } from './media.ts';
import { messageRecords } from './messages.ts';
import { phoneRecords } from './phones.ts';
import { settingRecords } from './settings.ts';
import { snapshotRecords } from './snapshots.ts';
import { taskRecords } from './tasks.ts';
import { templateRecords } from './templates.ts';
import { webhookRecords } from './webhooks.ts';

/** Every area of the world, one file each. A kind of record belongs to one area. */
const appliers = {
  ...entityRecords,
  ...settingRecords,
  ...messageRecords,
  ...templateRecords,
  ...feedbackRecords,
  ...taskRecords,
  ...mediaRecords,
  ...webhookRecords,
  ...callRecords,
  ...phoneRecords,
  ...echoRecords,
  ...addressBookRecords,
  ...snapshotRecords,
};

/** Everything that can happen to the world. The journal is a list of these; the world is their fold. */
export type WorldRecord = RecordsOf<typeof appliers>;

export function applyRecord(world: World, record: WorldRecord): void {
  // The registry pairs each kind with its own record type; TypeScript cannot follow that through a union.
  const apply = appliers[record.kind] as (world: World, record: WorldRecord) => void;
  apply(world, record);
}
