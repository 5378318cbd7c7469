import { refusePermissionRequest } from '../calls/refuse-permission-request.ts';
import { identityHashOf } from '../identity-hash.ts';
import { findCountry } from '../places/find-country.ts';
import { refuseUnregistered } from '../registration/refuse-unregistered.ts';
import type { SendQuestion } from './send-question.ts';

/** Why a send is refused at once: Meta's code, and what `error_data.details` says. */
export interface Refused {
  readonly code: number;
  readonly details?: string;
}

export type RefusalRule = (question: SendQuestion) => Refused | undefined;

/** What answers the call itself, in the order in which Meta looks; the first that applies counts. */
const refusalRules: readonly RefusalRule[] = [
  refuseUnregisteredNumber,
  refuseDisabled,
  refuseInMaintenance,
  refuseRestricted,
  refuseUnapprovedName,
  refuseUnlistedRecipient,
  refuseSampleTemplate,
  refuseCountry,
  refuseSpam,
  refuseMarketing,
  refuseIdentity,
  refusePermissionRequest,
];

export function findRefusal(question: SendQuestion): Refused | undefined {
  for (const rule of refusalRules) {
    const refused = rule(question);
    if (refused) return refused;
  }
  return undefined;
}

function refuseUnregisteredNumber({ world, phoneNumber }: SendQuestion): Refused | undefined {
  const code = refuseUnregistered(world, phoneNumber);
  return code && { code };
}

function refuseDisabled({ waba, phoneNumber }: SendQuestion): Refused | undefined {
  if (!waba?.isDisabled && phoneNumber.status !== 'BANNED') return undefined;
  return {
    code: 131031,
    details: 'The WhatsApp Business Account associated with the app has been restricted or disabled.',
  };
}

function refuseInMaintenance({ phoneNumber, at }: SendQuestion): Refused | undefined {
  if (at >= (phoneNumber.maintenanceUntil ?? 0)) return undefined;
  return {
    code: 131057,
    details: 'Business Account is in maintenance mode while its throughput is upgraded.',
  };
}

/** A ban on starting conversations still lets answers through (Meta: policy enforcement, 2025-11-04). */
function refuseRestricted({ waba, category, at, isWindowOpen, isDirectSend }: SendQuestion) {
  const has = (type: string) =>
    waba?.restrictions?.some((given) => given.type === type && at < (given.expiresAt ?? Infinity));
  if (has('RESTRICTED_CUSTOMER_INITIATED_MESSAGING') && isWindowOpen) return { code: 368 };
  if (has('RESTRICTED_BIZ_INITIATED_MESSAGING') && !isWindowOpen) return { code: 368 };
  const isLimited =
    (category === 'utility' && !isDirectSend && has('RESTRICTED_UTILITY_TEMPLATES')) ||
    (isDirectSend && has('RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES'));
  return isLimited ? { code: 131064 } : undefined;
}

/** Numbers of +1 555 come from Meta and need an approved name before they may send. */
function refuseUnapprovedName({ phoneNumber }: SendQuestion): Refused | undefined {
  const needsName = phoneNumber.digits.startsWith('1555') && phoneNumber.testRecipients === undefined;
  return needsName && phoneNumber.nameStatus !== 'APPROVED' ? { code: 131037 } : undefined;
}

function refuseUnlistedRecipient({ phoneNumber, recipient }: SendQuestion): Refused | undefined {
  const allowed = phoneNumber.testRecipients;
  return !allowed || allowed.includes(recipient.waId) ? undefined : { code: 131030 };
}

/** Meta's sample works from test numbers only. (Observed, not in Meta's table) */
function refuseSampleTemplate({ template, phoneNumber }: SendQuestion): Refused | undefined {
  return template?.name === 'hello_world' && phoneNumber.testRecipients === undefined
    ? { code: 131058, details: 'Hello World templates can only be sent from the Public Test Numbers' }
    : undefined;
}

function refuseCountry({ world, waba, recipient }: SendQuestion): Refused | undefined {
  if (recipient.addressedAs === 'group') return undefined;
  const country = findCountry(recipient.waId);
  if (country === undefined) return undefined;
  const isForbidden =
    world.settings.limits.forbiddenCountries.includes(country) || waba?.blockedCountries?.includes(country);
  return isForbidden
    ? { code: 130497, details: 'Business account is restricted from messaging users in this country.' }
    : undefined;
}

const spamStatuses: ReadonlySet<string> = new Set(['RESTRICTED', 'RATE_LIMITED']);

/** Answers in an open window still go out. */
function refuseSpam({ phoneNumber, isWindowOpen }: SendQuestion): Refused | undefined {
  if (isWindowOpen || !spamStatuses.has(phoneNumber.status)) return undefined;
  return {
    code: 131048,
    details:
      'Message failed to send because there are restrictions on how many messages can be sent from this phone number. This may be because too many previous messages were blocked or flagged as spam.',
  };
}

function refuseMarketing({ waba, category, isMarketingMessage }: SendQuestion): Refused | undefined {
  const isOff = waba?.isMarketingOffOnCloudApi && category === 'marketing' && !isMarketingMessage;
  return isOff ? { code: 131063 } : undefined;
}

function refuseIdentity({ message, recipient }: SendQuestion): Refused | undefined {
  const asked = message.recipient_identity_key_hash;
  if (asked === undefined || !recipient.customer) return undefined;
  return asked === identityHashOf(recipient.customer) ? undefined : { code: 137000 };
}
