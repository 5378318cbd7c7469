import type { Invariant } from './invariant.ts';

/** Every change has its entry in the audit log, and the log's chain is whole. */
export const i10Audit: Invariant = {
  id: 'I10',
  when: 'over',
  async check({ stage: { database, record } }) {
    const entries = await database.query<{ entry: string }>(
      `select workspace_id || ' ' || action || ' ' || coalesce(subject_id, '') as entry from audit_log`,
    );
    const audited = new Set(entries.map(({ entry }) => entry));
    const breaks = await database.query<{ place: string }>(
      `select workspace_id || ' ' || position || ': ' || fault as place from renkei_verify_audit_chain()`,
    );
    return [
      {
        invariant: 'I10',
        says: `every change is audited (${record.changes.length})`,
        broken: record.changes
          .map(({ workspaceId, action, subjectId }) => `${workspaceId} ${action} ${subjectId}`)
          .filter((entry) => !audited.has(entry)),
      },
      { invariant: 'I10', says: 'the audit chain is whole', broken: breaks.map(({ place }) => place) },
      {
        invariant: 'I10',
        says: 'one automation run per trigger',
        broken: [],
        notApplicable: 'no such feature yet: automations',
      },
    ];
  },
};
