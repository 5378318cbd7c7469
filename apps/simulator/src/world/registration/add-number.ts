import type { Simulation } from '../../simulation.ts';
import type { PhoneNumber, Waba } from '../entities.ts';
import { startNameReview } from '../numbers/review-name.ts';
import { settingsOf } from '../numbers/settings-of.ts';
import { findCountry } from '../places/find-country.ts';
import { Problem } from '../problem.ts';
import type { World } from '../world.ts';

export interface NumberDraft {
  readonly wabaId: string;
  /** With country code, in any spelling. */
  readonly displayPhoneNumber: string;
  readonly verifiedName: string;
  /** Takes the number over from another account, once it is registered here. */
  readonly isMigration?: boolean | undefined;
  /** One of a partner's: it needs no code any more. */
  readonly isPreverified?: boolean | undefined;
}

/** Adds a number to an account: not verified, not registered, its name under review. Throws a `Problem`. */
export function addNumber(simulation: Simulation, draft: NumberDraft): PhoneNumber {
  const { world, random, clock, commit } = simulation;
  const { wabaId, displayPhoneNumber, verifiedName, isPreverified } = draft;
  const digits = displayPhoneNumber.replace(/\D/g, '');
  refuseMalformed(digits);
  refuseTaken(world, digits, draft);
  refuseFullPortfolio(world, world.wabas.get(wabaId), clock.now());
  const phoneNumber: PhoneNumber = {
    id: random.digits(15),
    wabaId,
    displayPhoneNumber,
    digits,
    verifiedName,
    qualityRating: 'UNKNOWN',
    nameStatus: 'PENDING_REVIEW',
    codeVerificationStatus: isPreverified ? 'VERIFIED' : 'NOT_VERIFIED',
    status: 'PENDING',
    throughputLevel: 'NOT_APPLICABLE',
    accountMode: 'LIVE',
    registered: false,
    onBusinessApp: false,
    lastOnboardedAt: clock.now(),
    ...(isPreverified ? { isPreverified } : {}),
  };
  commit({ kind: 'entities', entities: { phoneNumbers: [phoneNumber] } });
  startNameReview(simulation, phoneNumber.id, verifiedName);
  return phoneNumber;
}

/** Refused when the account, or its portfolio, may have no more numbers. */
export function refuseFullPortfolio(world: World, waba: Waba | undefined, at: number): void {
  const isRestricted = waba?.restrictions?.some(
    ({ type, expiresAt = Number.POSITIVE_INFINITY }) =>
      type === 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' && at < expiresAt,
  );
  if (isRestricted) {
    throw new Problem(368, 'This account may not add phone numbers at the moment.', {
      title: 'Temporarily blocked for policies violations',
    });
  }
  const most = mostNumbers(world, waba);
  const count = [...world.phoneNumbers.values()].filter(
    ({ wabaId, status }) =>
      world.wabas.get(wabaId)?.portfolioId === waba?.portfolioId && !goneStatuses.has(status),
  ).length;
  if (count < most) return;
  throw new Problem(100, `This business can have at most ${most} phone numbers.`, {
    title: 'Maximum number of phone numbers reached',
  });
}

/** Nodes that stand for a number no more. */
export const goneStatuses: ReadonlySet<string> = new Set(['DELETED', 'MIGRATED']);

/** 2; 20 once the business is verified or has reached the limit of 2,000 (Meta: phone numbers). */
function mostNumbers({ portfolios, settings }: World, waba: Waba | undefined): number {
  const portfolio = portfolios.get(waba?.portfolioId ?? '');
  const isGrown = portfolio?.verificationStatus === 'verified' || portfolio?.messagingLimit !== 'TIER_250';
  const { numbersPerPortfolio, numbersPerVerifiedPortfolio } = settings.onboarding;
  return isGrown ? numbersPerVerifiedPortfolio : numbersPerPortfolio;
}

function refuseMalformed(digits: string): void {
  if (/^\d{7,15}$/.test(digits) && findCountry(digits) !== undefined) return;
  throw new Problem(100, 'The phone number is not valid. Check the number and its country code.', {
    title: 'Invalid phone number',
  });
}

function refuseTaken(world: World, digits: string, { wabaId, isMigration }: NumberDraft): void {
  const others = [...world.phoneNumbers.values()].filter(
    (number) => number.digits === digits && !goneStatuses.has(number.status),
  );
  if (others.some((number) => number.wabaId === wabaId)) {
    throw new Problem(100, 'This phone number already exists in your phone number list.', {
      subcode: 2388012,
      title: 'Phone number already exists',
    });
  }
  const [source] = others;
  if (source) refuseMigration(world, source, isMigration ?? false);
  else if (isMigration) {
    throw new Problem(100, 'This phone number is registered with no account it could be moved from.', {
      subcode: 2388091,
      title: 'Phone number is not migrating',
    });
  }
  if (!world.businessApps.has(digits)) return;
  throw new Problem(
    100,
    'This number is in use in the WhatsApp Business app. Delete it there or connect it.',
    {
      title: 'Number registered with a WhatsApp account',
    },
  );
}

/** What has to be in order at the account the number leaves (Meta: migrating phone numbers, 2025-11-14). */
function refuseMigration(world: World, source: PhoneNumber, isMigration: boolean): void {
  if (!isMigration) {
    throw new Problem(100, 'This phone number belongs to another WhatsApp Business account.', {
      title: 'Number registered with a WhatsApp account',
    });
  }
  const { pin, newNameStatus } = settingsOf(world, source.id);
  if (pin !== undefined) {
    throw new Problem(100, 'Two-step verification has to be switched off before the number moves.', {
      subcode: 2388001,
      title: 'Two-step verification is on',
    });
  }
  if (source.nameStatus === 'APPROVED' && newNameStatus !== 'PENDING_REVIEW') return;
  throw new Problem(100, 'The display name has to be approved, with no change under review.', {
    subcode: 2388103,
    title: 'Phone number cannot be migrated',
  });
}
