import type { ChannelCheck, TwilioCredentials } from '@renkei/contract';
import * as z from 'zod';
import { failedCheck, okCheck, refusedCheck, skippedCheck } from '../shared/checks.ts';
import { toAddress } from './address.ts';
import { createTwilioCaller, type TwilioCaller, type TwilioSettings } from './caller.ts';
import { findSender } from './senders.ts';

const accountAnswer = z.object({ friendly_name: z.string(), status: z.string() });
const serviceAnswer = z.object({ sid: z.string(), friendly_name: z.string() });

/** Account and token are judged together, as Twilio does; then the number, then the service that may send for it. */
export async function checkCredentials(
  settings: TwilioSettings,
  values: TwilioCredentials,
): Promise<readonly ChannelCheck[]> {
  const { accountSid, phoneNumber, messagingServiceSid } = values;
  const caller = createTwilioCaller(settings, values);
  const account = await checkAccount(caller, accountSid);
  const isKnown = account.outcome === 'ok';
  const token = {
    en: 'Accepted; webhooks are proved with it, too.',
    ja: '有効です。Webhookの検証にも使用します。',
  };
  return [
    account,
    isKnown ? okCheck('authToken', token) : skippedCheck('authToken'),
    isKnown ? await checkSender(caller, phoneNumber) : skippedCheck('phoneNumber'),
    ...(messagingServiceSid
      ? [isKnown ? await checkService(caller, messagingServiceSid) : skippedCheck('messagingServiceSid')]
      : []),
  ];
}

async function checkAccount(caller: TwilioCaller, accountSid: string): Promise<ChannelCheck> {
  try {
    const path = `/2010-04-01/Accounts/${accountSid}.json`;
    const { friendly_name: name, status } = await caller.call({ host: 'api', path }, accountAnswer);
    if (status !== 'active') {
      return failedCheck('accountSid', 'channel_credentials_wrong', {
        en: `The account "${name}" is ${status}.`,
        ja: `アカウント「${name}」の状態は ${status} です。`,
      });
    }
    return okCheck('accountSid', { en: `This is "${name}".`, ja: `「${name}」です。` });
  } catch (error) {
    return refusedCheck('accountSid', 'channel_credentials_wrong', 'Twilio', error);
  }
}

async function checkSender(caller: TwilioCaller, phoneNumber: string): Promise<ChannelCheck> {
  const address = toAddress(phoneNumber.replace(/\D/g, ''));
  try {
    const sender = await findSender(caller, address);
    if (!sender) {
      return failedCheck('phoneNumber', 'channel_number_unknown', {
        en: `${address} is no WhatsApp sender of this account.`,
        ja: `${address} はこのアカウントのWhatsApp送信者ではありません。`,
      });
    }
    const name = sender.profile?.name ?? address;
    if (!sender.status.startsWith('ONLINE')) {
      return failedCheck('phoneNumber', 'channel_number_unknown', {
        en: `The sender "${name}" is ${sender.status}.`,
        ja: `送信者「${name}」の状態は ${sender.status} です。`,
      });
    }
    return okCheck('phoneNumber', { en: `This is "${name}".`, ja: `「${name}」です。` });
  } catch (error) {
    return refusedCheck('phoneNumber', 'channel_number_unknown', 'Twilio', error);
  }
}

async function checkService(caller: TwilioCaller, sid: string): Promise<ChannelCheck> {
  try {
    const { friendly_name: name } = await caller.call(
      { host: 'messaging', path: `/v1/Services/${sid}` },
      serviceAnswer,
    );
    return okCheck('messagingServiceSid', {
      en: `Sends through "${name}".`,
      ja: `「${name}」を使用します。`,
    });
  } catch (error) {
    return refusedCheck('messagingServiceSid', 'channel_credentials_wrong', 'Twilio', error);
  }
}
