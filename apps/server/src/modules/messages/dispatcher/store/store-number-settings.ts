/** All SQL over number_settings: how people want a number to send. */
import type { NumberSettings } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';

const usualSettings: NumberSettings = {
  messagesPerSecond: null,
  waitsForDelivery: false,
  requeuesUnconfirmed: false,
};

export async function readNumberSettings(tx: TenantTransaction, channelId: string): Promise<NumberSettings> {
  const [row] = await tx.query<NumberSettings>(
    named(
      'number_settings_read',
      sql`
      select messages_per_second as "messagesPerSecond", waits_for_delivery as "waitsForDelivery",
        requeues_unconfirmed as "requeuesUnconfirmed"
      from number_settings where workspace_id = ${tx.workspaceId} and channel_id = ${channelId}`,
    ),
  );
  return row ?? usualSettings;
}

export async function writeNumberSettings(
  tx: TenantTransaction,
  channelId: string,
  { messagesPerSecond, waitsForDelivery, requeuesUnconfirmed }: NumberSettings,
  at: Date,
): Promise<void> {
  await tx.execute(sql`
    insert into number_settings (workspace_id, channel_id, messages_per_second, waits_for_delivery,
      requeues_unconfirmed, changed_at)
    values (${tx.workspaceId}, ${channelId}, ${messagesPerSecond}, ${waitsForDelivery}, ${requeuesUnconfirmed}, ${at})
    on conflict (workspace_id, channel_id) do update set
      messages_per_second = excluded.messages_per_second, waits_for_delivery = excluded.waits_for_delivery,
      requeues_unconfirmed = excluded.requeues_unconfirmed, changed_at = excluded.changed_at`);
  tx.wake('outbox', `${tx.workspaceId}/${channelId}`);
}
