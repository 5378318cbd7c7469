import { type SendingSettings, sendingSettingsSchema } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { readStoredSettings } from './store-settings.ts';

/** What a workspace that has decided nothing sends by: nobody gets marketing they did not agree to, or at night. */
export const defaultSendingSettings: SendingSettings = {
  optInRequired: { marketing: true, utility: false },
  quietHours: { enabled: true, from: '20:00', to: '08:00', includesUtility: false },
  marketingCaps: { perDay: 2, perWeek: 6 },
  duplicatesWithinMinutes: 5,
  automationPauseMinutes: 30,
  keywords: { optOut: true, optIn: true },
  confirmations: { enabled: false, optOut: null, optIn: null },
};

const storedSchema = sendingSettingsSchema.partial();

export async function readSendingSettings(tx: TenantTransaction): Promise<SendingSettings> {
  const stored = await readStoredSettings(tx);
  return stored === undefined ? defaultSendingSettings : { ...defaultSendingSettings, ...pickSet(stored) };
}

function pickSet(stored: unknown): Partial<SendingSettings> {
  const parts = Object.entries(storedSchema.parse(stored)).filter(([, part]) => part !== undefined);
  return Object.fromEntries(parts);
}
