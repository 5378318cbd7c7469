/** All SQL over templates. */
import type { ProviderTemplate, ProviderTemplateComponent } from '#modules/channels';
import { named, sql, type TenantTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import type { TemplateUpdate } from './template-update.ts';

export interface TemplateRow {
  readonly id: string;
  readonly wabaId: string;
  readonly providerTemplateId: string;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly status: string;
  readonly components: readonly ProviderTemplateComponent[];
  readonly parameterFormat: string;
  readonly quality: string;
  /** The provider's word for why it has its status. */
  readonly reason: string | null;
  /** When it was last read from the provider. */
  readonly syncedAt: Date;
}

const columns = `id, waba_id as "wabaId", provider_template_id as "providerTemplateId", name, language, category, status, components,
  parameter_format as "parameterFormat", quality, status_reason as reason, synced_at as "syncedAt"`;

export function listTemplateRows(tx: TenantTransaction, wabaId: string): Promise<readonly TemplateRow[]> {
  return tx.query<TemplateRow>({
    text: `select ${columns} from templates where workspace_id = $1 and waba_id = $2 order by name, language`,
    values: [tx.workspaceId, wabaId],
  });
}

/** What names a template. */
export interface TemplateKey {
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
}

/** Those that are there, in no particular order. */
export function findTemplateRows(
  tx: TenantTransaction,
  keys: readonly TemplateKey[],
): Promise<readonly TemplateRow[]> {
  return tx.query<TemplateRow>({
    name: 'templates_by_names',
    text: `select ${columns} from templates
           where workspace_id = $1 and (waba_id, name, language) in (select * from unnest($2::text[], $3::text[], $4::text[]))`,
    values: [
      tx.workspaceId,
      keys.map(({ wabaId }) => wabaId),
      keys.map(({ name }) => name),
      keys.map(({ language }) => language),
    ],
  });
}

/** Makes the account's rows what the provider has: new and changed ones written, vanished ones removed. */
export async function replaceTemplates(
  tx: TenantTransaction,
  wabaId: string,
  templates: readonly ProviderTemplate[],
  at: Date,
): Promise<void> {
  const rows = templates.map((template) => ({ ...template, id: newId() }));
  await tx.execute(
    named(
      'templates_upsert',
      sql`
      insert into templates (workspace_id, id, waba_id, provider_template_id, name, language, category, status, components,
        parameter_format, quality, status_reason, synced_at)
      select ${tx.workspaceId}, t.id, ${wabaId}, t."providerTemplateId", t.name, t.language, t.category, t.status,
        t.components, t."parameterFormat", coalesce(t."qualityScore", 'UNKNOWN'), t."rejectedReason", ${at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id uuid, "providerTemplateId" text, name text,
        language text, category text, status text, components jsonb, "parameterFormat" text, "qualityScore" text,
        "rejectedReason" text)
      on conflict (workspace_id, waba_id, name, language) do update set
        provider_template_id = excluded.provider_template_id, category = excluded.category, status = excluded.status,
        components = excluded.components, parameter_format = excluded.parameter_format, quality = excluded.quality,
        status_reason = excluded.status_reason, synced_at = excluded.synced_at`,
    ),
  );
  await tx.execute(sql`
    delete from templates
    where workspace_id = ${tx.workspaceId} and waba_id = ${wabaId} and synced_at is distinct from ${at}`);
}

/** False: there is no such template. One that was told something newer stays as it is. */
export async function updateTemplateRow(tx: TenantTransaction, update: TemplateUpdate): Promise<boolean> {
  const { wabaId, providerTemplateId, toldAt, status, statusReason, category, quality } = update;
  const found = await tx.execute(
    named(
      'templates_apply_update',
      sql`
      update templates set
        status = case when told_at > ${toldAt} then status else coalesce(${status ?? null}, status) end,
        status_reason = case when told_at > ${toldAt} or ${status ?? null}::text is null then status_reason
          else ${statusReason ?? null} end,
        category = case when told_at > ${toldAt} then category else coalesce(${category ?? null}, category) end,
        quality = case when told_at > ${toldAt} then quality else coalesce(${quality ?? null}, quality) end,
        told_at = greatest(told_at, ${toldAt})
      where workspace_id = ${tx.workspaceId} and waba_id = ${wabaId}
        and provider_template_id = ${providerTemplateId}`,
    ),
  );
  return found > 0;
}
