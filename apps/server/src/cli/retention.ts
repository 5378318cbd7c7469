import { Command, InvalidArgumentError } from '@commander-js/extra-typings';
import { systemClock } from '#platform/clock';
import { OperatorError } from '#platform/operator-error';
import { say } from './language.ts';
import { withDatabase } from './with-database.ts';

export const retentionCommand = new Command('retention')
  .description('how long a workspace keeps its messages · メッセージの保存期間')
  .option('--workspace <id>', 'of this workspace')
  .option('--message-days <days>', 'a number of days, or "forever"', parseDays)
  .action(async ({ workspace, messageDays }) => {
    const { listMessageRetention, writeMessageRetention } = await import('#modules/messages');
    const { listWorkspaceIds, recordAudit } = await import('#modules/identity');
    if ((workspace === undefined) !== (messageDays === undefined)) throw incomplete();
    await withDatabase(async (database) => {
      if (workspace !== undefined && messageDays !== undefined) {
        if (!(await database.inSystem(listWorkspaceIds)).includes(workspace))
          throw workspaceUnknown(workspace);
        await database.inTenant(workspace, async (transaction) => {
          const now = systemClock.now();
          await writeMessageRetention(transaction, messageDays, now);
          const detail = { keepDays: messageDays };
          await recordAudit(transaction, now, {
            principal: null,
            action: 'retention.change',
            subjectId: workspace,
            detail,
          });
        });
      }
      const ids = await database.inSystem(listWorkspaceIds);
      const kept = new Map(
        (await database.inSystem(listMessageRetention)).map(({ workspaceId, keepDays }) => [
          workspaceId,
          keepDays,
        ]),
      );
      for (const id of ids) {
        const days = kept.get(id);
        say({
          en: `${id}  ${days === undefined ? 'messages are kept for ever' : `messages are kept for ${days} days`}`,
          ja: `${id}  ${days === undefined ? 'メッセージの保存は無期限' : `メッセージの保存は ${days} 日`}`,
        });
      }
      if (ids.length === 0) say({ en: 'There is no workspace yet.', ja: 'ワークスペースはまだありません。' });
    });
  });

function incomplete(): OperatorError {
  return new OperatorError({
    code: 'retention_incomplete',
    reason: {
      en: 'Nothing was changed: --workspace and --message-days belong together.',
      ja: '変更していません。--workspace と --message-days は両方指定してください。',
    },
    remedy: {
      en: 'npx renkei retention --workspace <id> --message-days <n>; without options it lists what is set.',
      ja: 'npx renkei retention --workspace <id> --message-days <n>。オプションなしでは現在の設定を表示します。',
    },
  });
}

function workspaceUnknown(workspaceId: string): OperatorError {
  return new OperatorError({
    code: 'workspace_unknown',
    reason: {
      en: `Nothing was changed: there is no workspace ${workspaceId}.`,
      ja: `変更していません。ワークスペース ${workspaceId} はありません。`,
    },
    remedy: {
      en: 'npx renkei retention lists the workspaces.',
      ja: 'npx renkei retention でワークスペースの一覧を確認できます。',
    },
  });
}

/** Null: for ever. */
function parseDays(text: string): number | null {
  if (text === 'forever') return null;
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 36_500) return days;
  throw new InvalidArgumentError('a whole number of days from 1 to 36500, or "forever"');
}
