import type { ProviderNumber } from '../../port.ts';
import { toAddress } from './address.ts';
import type { TwilioCaller } from './caller.ts';
import { requireSender } from './senders.ts';

/** What a WhatsApp sender gets by default. (Twilio, "WhatsApp: rate limits and throughput", 2026-11) */
const messagesPerSecond = 80;

const qualityColours: ReadonlyMap<string, string> = new Map([
  ['HIGH', 'GREEN'],
  ['MEDIUM', 'YELLOW'],
  ['LOW', 'RED'],
]);

/** `displayPhoneNumber`: as it was entered; Twilio knows digits only. */
export async function readNumber(
  caller: TwilioCaller,
  phoneNumber: string,
  displayPhoneNumber = `+${phoneNumber}`,
): Promise<ProviderNumber> {
  const { profile, properties } = await requireSender(caller, toAddress(phoneNumber));
  const quality = properties?.quality_rating?.toUpperCase() ?? null;
  return {
    displayPhoneNumber,
    phoneNumber,
    verifiedName: profile?.name ?? null,
    qualityRating: quality === null ? null : (qualityColours.get(quality) ?? quality),
    messagesPerSecond,
    onBusinessApp: false,
  };
}
