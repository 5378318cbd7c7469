import type { Platform } from '#platform/module';
import { readAuditChecks } from './store-audit.ts';

/** Whether the audit log is what was written, as the last check of each workspace found (upkeep `audit_chain`). */
export function tellAuditFigures({ database, metrics }: Platform): void {
  metrics.figures(
    'audit',
    [
      { name: 'renkei_audit_chain_faults', help: 'Places where an audit log is not what was written' },
      {
        name: 'renkei_audit_chain_checked_timestamp_seconds',
        help: 'When the workspace that was not checked for longest was checked; 0: never',
      },
    ],
    async () => {
      const { faults, checkedAt } = await database.inSystem(readAuditChecks);
      const checked = checkedAt === null ? 0 : checkedAt.getTime() / 1000;
      return [
        { name: 'renkei_audit_chain_faults', value: faults },
        { name: 'renkei_audit_chain_checked_timestamp_seconds', value: checked },
      ];
    },
  );
}
