import type { ChannelCheck, Dialog360Credentials } from '@renkei/contract';
import { failedCheck, okCheck, refusedCheck, skippedCheck } from '../shared/checks.ts';
import { type Dialog360Settings, openDialog360 } from './door.ts';
import { readHealth } from './health.ts';

/** The key is tried; the number cannot be asked for, so only its form is judged. */
export async function checkCredentials(
  settings: Dialog360Settings,
  { apiKey, phoneNumber }: Dialog360Credentials,
): Promise<readonly ChannelCheck[]> {
  const key = await checkKey(settings, apiKey);
  const digits = phoneNumber.replace(/\D/g, '');
  if (!phoneNumber.trim().startsWith('+') || digits.length < 8 || digits.length > 15) {
    return [
      key,
      failedCheck('phoneNumber', 'channel_number_unknown', {
        en: 'The number has to begin with + and its country code.',
        ja: '「+」と国番号から始めてください。',
      }),
    ];
  }
  const says = {
    en: `Customers know you as ${phoneNumber}.`,
    ja: `お客様には ${phoneNumber} と表示されます。`,
  };
  return [key, key.outcome === 'ok' ? okCheck('phoneNumber', says) : skippedCheck('phoneNumber')];
}

async function checkKey(settings: Dialog360Settings, apiKey: string): Promise<ChannelCheck> {
  try {
    const { phoneNumberId, canSend } = await readHealth(openDialog360(settings, apiKey));
    return okCheck('apiKey', {
      en: `Opens the number with the id ${phoneNumberId}; sending is ${canSend}.`,
      ja: `IDが ${phoneNumberId} の番号に接続できます。送信の状態：${canSend}`,
    });
  } catch (error) {
    return refusedCheck('apiKey', 'channel_credentials_wrong', '360dialog', error);
  }
}
