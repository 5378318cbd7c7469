import {
  businessAccountNode,
  type DebugTokenAnswer,
  debugTokenAnswer,
  phoneNumberNode,
} from '@renkei/graph-api';
import { ProviderCallError, type ProviderNumber } from '../../port.ts';
import type { GraphCaller } from './graph-caller.ts';

const fields =
  'display_phone_number,verified_name,quality_rating,throughput,is_on_biz_app,status,whatsapp_business_manager_messaging_limit';

/** Meta, "Throughput" (2026): 80 messages a second, 1,000 after the upgrade, 20 for coexistence numbers. */
const messagesPerSecond = { standard: 80, high: 1000, coexistence: 20 } as const;

export async function readNumber(caller: GraphCaller, phoneNumberId: string): Promise<ProviderNumber> {
  const node = await caller.call({ path: `/${phoneNumberId}`, query: { fields } }, phoneNumberNode);
  const onBusinessApp = node.is_on_biz_app === true;
  const displayPhoneNumber = node.display_phone_number ?? '';
  return {
    displayPhoneNumber,
    phoneNumber: displayPhoneNumber.replace(/\D/g, ''),
    verifiedName: node.verified_name ?? null,
    qualityRating: node.quality_rating ?? null,
    messagesPerSecond: rateOf(onBusinessApp, node.throughput?.level),
    onBusinessApp,
    messagingLimit: node.whatsapp_business_manager_messaging_limit,
  };
}

/** Undefined: the token may not read who owns the account, or nobody does. */
export async function readPortfolioId(caller: GraphCaller, wabaId: string): Promise<string | undefined> {
  try {
    const query = { fields: 'owner_business_info' };
    const account = await caller.call({ path: `/${wabaId}`, query }, businessAccountNode);
    return account.owner_business_info?.id;
  } catch (error) {
    if (error instanceof ProviderCallError && error.refusal) return undefined;
    throw error;
  }
}

/** Undefined: the token may not be asked about itself. (Meta, "Debugging access tokens") */
export async function readTokenExpiry(
  caller: GraphCaller,
  accessToken: string,
): Promise<Date | null | undefined> {
  try {
    const query = { input_token: accessToken };
    const { data } = await caller.call({ path: '/debug_token', query }, debugTokenAnswer);
    return tokenExpiryOf(data);
  } catch (error) {
    if (error instanceof ProviderCallError && error.refusal) return undefined;
    throw error;
  }
}

/** Null: never. */
export function tokenExpiryOf({ expires_at: expiresAt }: DebugTokenAnswer['data']): Date | null {
  const seconds = Number(expiresAt ?? 0);
  return seconds > 0 ? new Date(seconds * 1000) : null;
}

function rateOf(isCoexistence: boolean, level: string | undefined): number {
  if (isCoexistence) return messagesPerSecond.coexistence;
  return level === 'HIGH' ? messagesPerSecond.high : messagesPerSecond.standard;
}
