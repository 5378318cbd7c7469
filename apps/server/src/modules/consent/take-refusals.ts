import type { TenantTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { insertConsents } from './store-consents.ts';
import {
  lockSuppressions,
  putSuppressions,
  readSuppressions,
  type Suppression,
} from './store-suppressions.ts';

/** A message that the provider refused because of whom it was for. */
export interface ConsentRefusal {
  readonly messageId: string;
  readonly contactId: string;
  readonly channelId: string;
  readonly providerCode: number;
  /** Null: it was no template. */
  readonly templateName: string | null;
  readonly refusedAt: Date;
}

const hourMs = 3_600_000;
/** After these, counted by strikes; then the last again. (Meta, "Per-user marketing template limits", 2026-06-17) */
const limitGapsMs = [24 * hourMs, 48 * hourMs, 96 * hourMs] as const;
/** A limit that was told longer ago than this says nothing about today. */
const strikesLastMs = 30 * 24 * hourMs;

type Taker = (
  tx: TenantTransaction,
  refusals: readonly ConsentRefusal[],
  now: Date,
) => Promise<readonly string[]>;

/** What each code of the provider tells about a person. */
const takers: Readonly<Record<number, Taker>> = {
  131050: recordStop,
  130472: (tx, refusals) => keepFrom(tx, refusals, experimentOf),
  131049: (tx, refusals) => keepFrom(tx, refusals, limitOf),
};

export const consentRefusalCodes: ReadonlySet<number> = new Set(Object.keys(takers).map(Number));

/** Keeps what refusals tell about people, so that the gate says it before the provider does. Others have no effect. */
export async function takeRefusals(
  tx: TenantTransaction,
  refusals: readonly ConsentRefusal[],
  now: Date,
): Promise<void> {
  for (const [code, group] of Map.groupBy(refusals, ({ providerCode }) => providerCode)) {
    const changed = (await takers[code]?.(tx, group, now)) ?? [];
    for (const contactId of changed) tx.publish({ type: 'contact.updated', contactId });
  }
}

function recordStop(tx: TenantTransaction, refusals: readonly ConsentRefusal[], now: Date) {
  return insertConsents(
    tx,
    refusals.map(({ messageId, contactId, channelId, refusedAt }) => ({
      id: newId(),
      contactId,
      channelId,
      purpose: 'marketing',
      decision: 'opt_out',
      source: 'refusal',
      evidence: 'WhatsApp 131050: the user stopped marketing messages',
      wording: '',
      messageId,
      memberId: null,
      decidedAt: refusedAt,
    })),
    now,
  );
}

type Describe = (
  refusal: ConsentRefusal,
  known: Suppression | undefined,
) => Pick<Suppression, 'reason' | 'subject' | 'until' | 'strikes'>;

function experimentOf({ templateName }: ConsentRefusal): ReturnType<Describe> {
  return { reason: 'experiment', subject: templateName ?? '', until: null, strikes: 1 };
}

/** Only who was tried again after the gap has a strike more: what was under way together says the same once. */
function limitOf({ refusedAt }: ConsentRefusal, known: Suppression | undefined): ReturnType<Describe> {
  const goesOn = known !== undefined && refusedAt.getTime() - known.toldAt.getTime() < strikesLastMs;
  const wasTriedAgain = !known?.until || refusedAt >= known.until;
  const strikes = goesOn ? known.strikes + Number(wasTriedAgain) : 1;
  const gapMs = limitGapsMs[Math.min(strikes, limitGapsMs.length) - 1] ?? limitGapsMs[0];
  return { reason: 'marketing_limit', subject: '', until: new Date(refusedAt.getTime() + gapMs), strikes };
}

async function keepFrom(
  tx: TenantTransaction,
  refusals: readonly ConsentRefusal[],
  describe: Describe,
): Promise<readonly string[]> {
  const contactIds = [...new Set(refusals.map(({ contactId }) => contactId))];
  await lockSuppressions(tx, contactIds);
  const known = new Map((await readSuppressions(tx, contactIds)).map((one) => [keyOf(one), one]));
  const fresh = new Map<string, Suppression>();
  for (const refusal of refusals) {
    const { contactId, refusedAt: toldAt } = refusal;
    const described = describe(refusal, known.get(keyOf({ contactId, ...describe(refusal, undefined) })));
    fresh.set(keyOf({ contactId, ...described }), { contactId, toldAt, ...described });
  }
  await putSuppressions(tx, [...fresh.values()]);
  return contactIds;
}

function keyOf({
  contactId,
  reason,
  subject,
}: Pick<Suppression, 'contactId' | 'reason' | 'subject'>): string {
  return `${contactId} ${reason} ${subject}`;
}
