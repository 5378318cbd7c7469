/** All SQL over consents and consent_questions. */
import type { ConsentDecision, ConsentPurpose, ConsentSource } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';

export interface NewConsent {
  readonly id: string;
  readonly contactId: string;
  readonly purpose: ConsentPurpose;
  readonly decision: ConsentDecision;
  readonly source: ConsentSource;
  readonly evidence: string;
  readonly wording: string;
  readonly channelId: string | null;
  readonly messageId: string | null;
  readonly memberId: string | null;
  readonly decidedAt: Date;
}

/** Gives whose ledgers have grown: what a message has said before is not written twice. */
export async function insertConsents(
  tx: TenantTransaction,
  consents: readonly NewConsent[],
  recordedAt: Date,
): Promise<readonly string[]> {
  if (consents.length === 0) return [];
  const rows = await tx.query<{ contact_id: string }>(
    named(
      'consents_insert',
      sql`insert into consents (workspace_id, id, contact_id, purpose, decision, source, evidence, wording, channel_id,
            message_id, member_id, decided_at, recorded_at)
          select ${tx.workspaceId}, item.*, ${recordedAt}
          from unnest(${consents.map(({ id }) => id)}::uuid[], ${consents.map(({ contactId }) => contactId)}::uuid[],
            ${consents.map(({ purpose }) => purpose)}::text[], ${consents.map(({ decision }) => decision)}::text[],
            ${consents.map(({ source }) => source)}::text[], ${consents.map(({ evidence }) => evidence)}::text[],
            ${consents.map(({ wording }) => wording)}::text[], ${consents.map(({ channelId }) => channelId)}::uuid[],
            ${consents.map(({ messageId }) => messageId)}::uuid[], ${consents.map(({ memberId }) => memberId)}::uuid[],
            ${consents.map(({ decidedAt }) => decidedAt)}::timestamptz[]) as item
          on conflict (workspace_id, message_id, purpose) where message_id is not null do nothing
          returning contact_id`,
    ),
  );
  return [...new Set(rows.map((row) => row.contact_id))];
}

export interface LatestConsent {
  readonly contactId: string;
  readonly purpose: ConsentPurpose;
  readonly decision: ConsentDecision;
  readonly source: ConsentSource;
  readonly decidedAt: Date;
}

/** The last decision of each contact about each purpose, in whatever order they came; of the same second, to stop. */
export function readLatestConsents(
  tx: TenantTransaction,
  contactIds: readonly string[],
): Promise<readonly LatestConsent[]> {
  return tx.query<LatestConsent>(
    named(
      'consents_latest',
      sql`select distinct on (contact_id, purpose) contact_id as "contactId", purpose, decision, source,
            decided_at as "decidedAt"
          from consents where workspace_id = ${tx.workspaceId} and contact_id = any(${contactIds}::uuid[])
          order by contact_id, purpose, date_trunc('second', decided_at) desc, (decision = 'opt_out') desc, decided_at desc,
            recorded_at desc`,
    ),
  );
}

export type KnownChoice = Pick<NewConsent, 'contactId' | 'channelId' | 'decision' | 'decidedAt'>;

/** What these contacts have chosen in WhatsApp itself. */
export function readChoices(
  tx: TenantTransaction,
  contactIds: readonly string[],
): Promise<readonly KnownChoice[]> {
  return tx.query<KnownChoice>(
    named(
      'consents_choices',
      sql`select contact_id as "contactId", channel_id as "channelId", decision, decided_at as "decidedAt"
          from consents
          where workspace_id = ${tx.workspaceId} and contact_id = any(${contactIds}::uuid[]) and source = 'whatsapp'`,
    ),
  );
}

export interface ConsentRow extends Omit<NewConsent, 'contactId'> {
  readonly recordedAt: Date;
}

export function listConsents(
  tx: TenantTransaction,
  contactId: string,
  limit: number,
): Promise<readonly ConsentRow[]> {
  return tx.query<ConsentRow>(sql`
    select id, purpose, decision, source, evidence, wording, channel_id as "channelId", message_id as "messageId",
      member_id as "memberId", decided_at as "decidedAt", recorded_at as "recordedAt"
    from consents where workspace_id = ${tx.workspaceId} and contact_id = ${contactId}
    order by date_trunc('second', decided_at) desc, recorded_at desc, id desc limit ${limit}`);
}

export interface ConsentQuestion {
  readonly contactId: string;
  readonly purpose: ConsentPurpose;
  readonly wording: string;
  readonly askedAt: Date;
  readonly expiresAt: Date;
}

/** One at a time: asking again replaces the question before. */
export async function putQuestion(tx: TenantTransaction, question: ConsentQuestion): Promise<void> {
  const { contactId, purpose, wording, askedAt, expiresAt } = question;
  await tx.execute(sql`
    insert into consent_questions (workspace_id, contact_id, purpose, wording, asked_at, expires_at)
    values (${tx.workspaceId}, ${contactId}, ${purpose}, ${wording}, ${askedAt}, ${expiresAt})
    on conflict (workspace_id, contact_id) do update set purpose = excluded.purpose, wording = excluded.wording,
      asked_at = excluded.asked_at, expires_at = excluded.expires_at`);
}

/** What the contact was asked last and has not answered; it may be over. */
export async function findQuestion(
  tx: TenantTransaction,
  contactId: string,
): Promise<ConsentQuestion | undefined> {
  const [row] = await tx.query<ConsentQuestion>(sql`
    select contact_id as "contactId", purpose, wording, asked_at as "askedAt", expires_at as "expiresAt"
    from consent_questions where workspace_id = ${tx.workspaceId} and contact_id = ${contactId}`);
  return row;
}

/** Locked: of two answers at once the first counts. */
export function lockQuestions(
  tx: TenantTransaction,
  contactIds: readonly string[],
): Promise<readonly ConsentQuestion[]> {
  return tx.query<ConsentQuestion>(
    named(
      'consent_questions_lock',
      sql`select contact_id as "contactId", purpose, wording, asked_at as "askedAt", expires_at as "expiresAt"
          from consent_questions where workspace_id = ${tx.workspaceId} and contact_id = any(${contactIds}::uuid[])
          order by contact_id for update`,
    ),
  );
}

export async function deleteQuestions(tx: TenantTransaction, contactIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    delete from consent_questions where workspace_id = ${tx.workspaceId} and contact_id = any(${contactIds}::uuid[])`);
}

/** Decisions go with those who stay; so does a question, unless they were asked another. */
export async function moveConsentRows(
  tx: TenantTransaction,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  const { workspaceId } = tx;
  await tx.execute(sql`
    update consents set contact_id = ${into} where workspace_id = ${workspaceId} and contact_id = ${from}`);
  await tx.execute(sql`
    insert into consent_questions (workspace_id, contact_id, purpose, wording, asked_at, expires_at)
    select workspace_id, ${into}, purpose, wording, asked_at, expires_at from consent_questions
    where workspace_id = ${workspaceId} and contact_id = ${from}
    on conflict (workspace_id, contact_id) do nothing`);
  await tx.execute(sql`
    delete from consent_questions where workspace_id = ${workspaceId} and contact_id = ${from}`);
}
