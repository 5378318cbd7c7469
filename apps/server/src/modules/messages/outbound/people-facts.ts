import type { SendingSettings, SendPurpose } from '@renkei/contract';
import { defaultSendingSettings, nothingDecided } from '#modules/consent';
import type { TenantTransaction } from '#platform/database';
import { portfolioAllowance } from '../dispatcher/portfolio-allowance.ts';
import { portfolioIdOf } from '../dispatcher/portfolio-book.ts';
import type { GateFacts, PortfolioAllowance } from '../gate/facts.ts';
import type { OutboundContext } from './needs.ts';
import type { Subject } from './subject.ts';

/** What the gate knows of the person, of what was said to them lately, and of the workspace's rules. */
export type PeopleFacts = Pick<
  GateFacts,
  | 'consent'
  | 'marketingChoice'
  | 'suppressions'
  | 'recentMarketing'
  | 'sameSentAt'
  | 'conversation'
  | 'portfolio'
  | 'settings'
> & { readonly freeUntil: Date | null };

/** A send with what is known of it before people are asked about. */
export interface PurposefulSubject extends Subject {
  readonly purpose: SendPurpose;
}

type Load<Fact> = (
  context: OutboundContext,
  tx: TenantTransaction,
  subjects: readonly PurposefulSubject[],
  ground: Ground,
) => Promise<(subject: PurposefulSubject) => Fact>;

interface Ground {
  readonly now: Date;
  readonly settings: SendingSettings;
}

const dayMs = 24 * 3_600_000;

/** One query for each kind of fact that some send of the batch asks for; none for what no send asks for. */
export async function loadPeopleFacts(
  context: OutboundContext,
  tx: TenantTransaction,
  subjects: readonly PurposefulSubject[],
  now: Date,
): Promise<(subject: PurposefulSubject) => PeopleFacts> {
  const needsSettings = subjects.some(
    (subject) => subject.purpose !== 'service' || isOfMachine(subject) || mayBeTheSame(subject),
  );
  const settings = needsSettings ? await context.consent.settings(tx) : defaultSendingSettings;
  const ground = { now, settings };
  const consentOf = await loadConsent(context, tx, subjects, ground);
  const choiceOf = await loadChoices(context, tx, subjects, ground);
  const suppressionsOf = await loadSuppressions(context, tx, subjects, ground);
  const marketingOf = await loadRecentMarketing(context, tx, subjects, ground);
  const sameSentOf = await loadSameSent(context, tx, subjects, ground);
  const answerOf = await loadPersonAnswers(context, tx, subjects, ground);
  const portfolioOf = await loadPortfolios(context, tx, subjects, ground);
  const freeUntilOf = await loadFreeEntryPoints(context, tx, subjects, ground);
  return (subject) => ({
    settings,
    consent: consentOf(subject),
    marketingChoice: choiceOf(subject),
    suppressions: suppressionsOf(subject),
    recentMarketing: marketingOf(subject),
    sameSentAt: sameSentOf(subject),
    conversation: {
      assigneeId: subject.conversation.assigneeId,
      personAnsweredAt: answerOf(subject),
    },
    portfolio: portfolioOf(subject),
    freeUntil: freeUntilOf(subject),
  });
}

const contactOf = ({ conversation }: Subject) => conversation.contactId;
const isToPerson = ({ conversation }: Subject) => conversation.recipientGroupId === null;
const isMarketing = ({ purpose }: PurposefulSubject) => purpose === 'marketing';
const isTemplate = ({ content }: Subject) => content.kind === 'template';
const isOfMachine = ({ origin, content }: Subject) =>
  (origin === 'automation' || origin === 'assistant') && content.kind !== 'template';
/** What a member sends twice is only told when they ask. */
const mayBeTheSame = ({ origin, moment }: Subject) => origin !== 'inbox' || moment === 'asked';

const loadConsent: Load<PeopleFacts['consent']> = async ({ consent }, tx, subjects) => {
  const states = await consent.states(tx, unique(subjects.filter(isToPerson).map(contactOf)));
  return (subject) => states.get(contactOf(subject)) ?? nothingDecided;
};

const loadChoices: Load<PeopleFacts['marketingChoice']> = async ({ contacts }, tx, subjects) => {
  const byChannel = Map.groupBy(subjects.filter(isMarketing), ({ channel }) => channel.id);
  const choices = new Map(
    await Promise.all(
      [...byChannel].map(
        async ([channelId, own]) =>
          [channelId, await contacts.preferences(tx, channelId, unique(own.map(contactOf)))] as const,
      ),
    ),
  );
  return (subject) => choices.get(subject.channel.id)?.get(contactOf(subject));
};

const loadSuppressions: Load<PeopleFacts['suppressions']> = async ({ consent }, tx, subjects) => {
  const known = await consent.suppressions(tx, unique(subjects.filter(isTemplate).map(contactOf)));
  return (subject) => known.get(contactOf(subject)) ?? [];
};

const loadRecentMarketing: Load<PeopleFacts['recentMarketing']> = async (
  { store },
  tx,
  subjects,
  { now, settings },
) => {
  const { perDay, perWeek } = settings.marketingCaps;
  const own = subjects.filter(isMarketing);
  if (own.length === 0 || (perDay === null && perWeek === null)) return () => [];
  const contactIds = unique(own.map(contactOf));
  if (own.some(({ moment }) => moment === 'claimed')) await store.lockMarketing(tx, contactIds);
  const recent = await store.readRecentMarketing(tx, {
    contactIds,
    since: new Date(now.getTime() - 7 * dayMs),
    until: now,
    except: own.flatMap(({ messageId }) => messageId ?? []),
    includesWaiting: own.some(({ moment }) => moment !== 'claimed'),
  });
  return (subject) => recent.get(contactOf(subject)) ?? [];
};

const loadSameSent: Load<PeopleFacts['sameSentAt']> = async ({ store }, tx, subjects, { now, settings }) => {
  const minutes = settings.duplicatesWithinMinutes;
  const own = minutes === null ? [] : subjects.filter(mayBeTheSame);
  if (minutes === null || own.length === 0) return () => null;
  const earliest = new Date(now.getTime() - minutes * 60_000);
  const found = await store.readSameSent(
    tx,
    own.map(({ conversation: { id: conversationId, lastInboundAt }, messageId, content }) => ({
      conversationId,
      messageId,
      content,
      since: lastInboundAt && lastInboundAt > earliest ? lastInboundAt : earliest,
    })),
  );
  const bySubject = new Map(own.map((subject, index) => [subject, found[index] ?? null]));
  return (subject) => bySubject.get(subject) ?? null;
};

const loadPersonAnswers: Load<Date | null> = async ({ store }, tx, subjects, { now, settings }) => {
  const minutes = settings.automationPauseMinutes;
  const own = minutes === null ? [] : subjects.filter(isOfMachine);
  if (minutes === null || own.length === 0) return () => null;
  const answers = await store.readPersonAnswers(
    tx,
    unique(own.map(({ conversation }) => conversation.id)),
    new Date(now.getTime() - minutes * 60_000),
  );
  return ({ conversation }) => answers.get(conversation.id) ?? null;
};

/**
 * For those who want to know beforehand: who claims counts by itself, with locks. Whom the portfolio has begun with already
 * costs it nothing.
 */
const loadPortfolios: Load<PeopleFacts['portfolio']> = async ({ store }, tx, subjects, { now }) => {
  const allowances = new Map<PurposefulSubject, PortfolioAllowance>();
  for (const subject of subjects) {
    const { channel, moment } = subject;
    if (moment !== 'asked' || !isTemplate(subject) || isWindowOpen(subject, now)) continue;
    const recipient = recipientOf(subject);
    const started = await store.findStarted(tx, portfolioIdOf(channel), [recipient]);
    if (!started.has(recipient)) allowances.set(subject, await portfolioAllowance(store, tx, channel, now));
  }
  return (subject) => allowances.get(subject);
};

function recipientOf({ conversation }: Subject): string {
  const { recipientGroupId, recipientPhone, recipientUserId } = conversation;
  return recipientGroupId ?? recipientPhone ?? recipientUserId ?? '';
}

const loadFreeEntryPoints: Load<Date | null> = async ({ store }, tx, subjects, { now }) => {
  const own = subjects.filter((subject) => !isTemplate(subject) && !isWindowOpen(subject, now));
  if (own.length === 0) return () => null;
  const ids = unique(own.map(({ conversation }) => conversation.id));
  const ends = await store.readFreeEntryPoints(tx, ids, now);
  return ({ conversation }) => ends.get(conversation.id) ?? null;
};

function isWindowOpen({ conversation: { windowClosesAt } }: Subject, now: Date): boolean {
  return windowClosesAt !== null && now < windowClosesAt;
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
