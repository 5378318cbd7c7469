import type { ConsentPurpose, Content, SendingSettings } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { confirmationOf } from './confirmation.ts';
import { type ConsentState, consentStateOf } from './consent-state.ts';
import { type KeywordMatch, matchButton, matchKeyword } from './keywords/match-keyword.ts';
import { readSendingSettings } from './settings.ts';
import {
  type ConsentQuestion,
  deleteQuestions,
  insertConsents,
  lockQuestions,
  type NewConsent,
  readLatestConsents,
} from './store-consents.ts';

/** A message of a customer, which may be a keyword. */
export interface Reply {
  readonly messageId: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly channelId: string;
  readonly content: Content;
  readonly sentAt: Date;
}

/** What is to be answered, once, because a keyword has changed something. */
export interface Confirmation {
  readonly conversationId: string;
  readonly messageId: string;
  readonly text: string;
}

interface Told {
  readonly reply: Reply;
  readonly text: string;
  readonly match: KeywordMatch;
  readonly source: 'keyword' | 'button';
}

/**
 * Puts into the ledger what customers said with a keyword, in the transaction that files their messages, and so before any
 * send that is claimed later. Gives what is to be confirmed.
 */
export async function takeReplies(
  tx: TenantTransaction,
  replies: readonly Reply[],
  now: Date,
): Promise<readonly Confirmation[]> {
  const told = replies.flatMap((reply) => readReply(reply) ?? []);
  if (told.length === 0) return [];
  const settings = await readSendingSettings(tx);
  const questions = await openQuestions(tx, told);
  const decisions = told.flatMap((one) => {
    const question = questions.get(one.reply.contactId);
    const isAnswer = question !== undefined && isAnswerTo(question, one.reply.sentAt);
    return decide(one, isAnswer ? question : undefined, settings);
  });
  const { enabled } = settings.confirmations;
  const before = enabled ? await readStates(tx, decisions) : new Map<string, ConsentState>();
  const changed = await insertConsents(
    tx,
    decisions.map(({ consent }) => consent),
    now,
  );
  const answered = decisions.flatMap(({ consent, answers }) => (answers ? [consent.contactId] : []));
  if (answered.length > 0) await deleteQuestions(tx, answered);
  for (const contactId of changed) tx.publish({ type: 'contact.updated', contactId });
  if (!enabled) return [];
  const news = decisions.filter(({ consent }) => isNews(consent, before.get(consent.contactId)));
  return confirmationsOf(news, settings);
}

async function readStates(
  tx: TenantTransaction,
  decisions: readonly KeywordDecision[],
): Promise<ReadonlyMap<string, ConsentState>> {
  const latest = await readLatestConsents(tx, [
    ...new Set(decisions.map(({ consent }) => consent.contactId)),
  ]);
  const byContact = Map.groupBy(latest, ({ contactId }) => contactId);
  return new Map([...byContact].map(([contactId, own]) => [contactId, consentStateOf(own)]));
}

/** Who says STOP again has had the answer. */
function isNews({ purpose, decision }: NewConsent, before: ConsentState | undefined): boolean {
  return purpose === 'all' || before?.[purpose]?.decision !== decision;
}

function readReply(reply: Reply): Told | undefined {
  const { content } = reply;
  if (content.kind === 'text') {
    const match = matchKeyword(content.body);
    return match && { reply, text: content.body, match, source: 'keyword' };
  }
  if (content.kind !== 'interactive_reply') return undefined;
  const match = matchButton(content.title) ?? matchButton(content.replyId);
  return match && { reply, text: content.title, match, source: 'button' };
}

async function openQuestions(
  tx: TenantTransaction,
  told: readonly Told[],
): Promise<ReadonlyMap<string, ConsentQuestion>> {
  const contactIds = [...new Set(told.map(({ reply }) => reply.contactId))];
  const questions = await lockQuestions(tx, contactIds);
  return new Map(questions.map((question) => [question.contactId, question]));
}

/** The provider's times are whole seconds: of the second in which it was asked, it is an answer. */
function isAnswerTo({ askedAt, expiresAt }: ConsentQuestion, sentAt: Date): boolean {
  return sentAt.getTime() >= Math.floor(askedAt.getTime() / 1000) * 1000 && sentAt <= expiresAt;
}

interface KeywordDecision {
  readonly consent: NewConsent;
  readonly answers: boolean;
  readonly told: Told;
}

/** An unclear word counts only as an answer, and then for what was asked; a clear one always, and for marketing. */
function decide(
  told: Told,
  question: ConsentQuestion | undefined,
  { keywords }: SendingSettings,
): readonly KeywordDecision[] {
  const { match, reply, text, source } = told;
  if (match.meaning === 'help') return [];
  if (question === undefined && match.isAmbiguous) return [];
  // Whoever puts a button on a message means it.
  const isWanted = source === 'button' || (match.meaning === 'opt_out' ? keywords.optOut : keywords.optIn);
  if (question === undefined && !isWanted) return [];
  const ownPurpose: ConsentPurpose = match.stopsEverything ? 'all' : 'marketing';
  const purposes = new Set(
    match.isAmbiguous ? [question?.purpose ?? ownPurpose] : [ownPurpose, question?.purpose ?? ownPurpose],
  );
  return [...purposes].map((purpose) => {
    const isAnswer = question?.purpose === purpose;
    const { messageId, contactId, channelId, sentAt: decidedAt } = reply;
    return {
      told,
      answers: question !== undefined,
      consent: {
        id: newId(),
        contactId,
        purpose,
        decision: match.meaning === 'opt_in' ? 'opt_in' : 'opt_out',
        source: isAnswer ? 'answer' : source,
        evidence: text,
        wording: isAnswer ? question.wording : '',
        channelId,
        messageId,
        memberId: null,
        decidedAt,
      },
    };
  });
}

/** One for each message, and none to whom everything is to stop. */
function confirmationsOf(
  decisions: readonly KeywordDecision[],
  settings: SendingSettings,
): readonly Confirmation[] {
  const byMessage = new Map(decisions.map((decision) => [decision.told.reply.messageId, decision]));
  return [...byMessage.values()].flatMap(({ told: { reply, match } }) =>
    match.stopsEverything || match.meaning === 'help'
      ? []
      : [
          {
            conversationId: reply.conversationId,
            messageId: reply.messageId,
            text: confirmationOf(match.meaning, match.language, settings.confirmations),
          },
        ],
  );
}
