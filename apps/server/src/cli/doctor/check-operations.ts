import { systemClock } from '#platform/clock';
import { withDatabase } from '../with-database.ts';
import { type Check, type Finding, noneYet, ok, problem, same } from './finding.ts';

type Condition = import('#modules/operations').Condition;

const hold = { en: 'Sending', ja: '送信' };
const backup = { en: 'Backup', ja: 'バックアップ' };
const intake = { en: 'Intake', ja: '受信処理' };
const quarantine = { en: 'Quarantine', ja: '隔離' };
const partitions = { en: 'Partitions of webhooks', ja: 'Webhook のパーティション' };
const unsure = { en: 'Unsure sends', ja: '確認中の送信' };

const hourMs = 3_600_000;
const backupTooOldMs = 26 * hourMs;
const verificationTooOldMs = 8 * 24 * hourMs;
const intakeTooSlowMs = 60_000;

/** Whether the system may send, is backed up, and what in it waits for a person. */
export const checkOperations: Check = async () => {
  const { readCondition } = await import('#modules/operations');
  const condition = await withDatabase((database) => readCondition({ database, clock: systemClock })).catch(
    noneYet,
  );
  return condition === undefined ? [] : looks.map((look) => look(condition, systemClock.now().getTime()));
};

type Look = (condition: Condition, nowMs: number) => Finding;

const looks: readonly Look[] = [
  lookAtHold,
  lookAtBackup,
  lookAtIntake,
  lookAtQuarantine,
  lookAtPartitions,
  lookAtUnsure,
];

function lookAtHold({ hold: held }: Condition): Finding {
  if (held === undefined) return ok(hold, { en: 'not held', ja: '保留なし' });
  const since = held.since.toISOString();
  const detail =
    held.reason === 'restored'
      ? {
          en: `held since ${since}: this system was restored from a backup`,
          ja: `${since} から保留中（バックアップから復元）`,
        }
      : { en: `held by an operator since ${since}`, ja: `${since} から運用者により保留中` };
  return problem(hold, detail, {
    en: 'When you are sure that no other copy of this system runs: npx renkei release',
    ja: '同じシステムの別の複製が動いていないことを確認してから: npx renkei release',
  });
}

function lookAtBackup({ backups: { takenAt, verifiedAt } }: Condition, nowMs: number): Finding {
  if (takenAt === null)
    return ok(backup, {
      en: 'none yet: npx renkei backup create',
      ja: 'まだありません: npx renkei backup create',
    });
  const detail = same(`${takenAt.toISOString()}${verifiedAt ? `, ✓ ${verifiedAt.toISOString()}` : ''}`);
  if (nowMs - takenAt.getTime() > backupTooOldMs)
    return problem(backup, detail, {
      en: 'The last one is more than a day old: npx renkei backup create, and see that a timer does it every day.',
      ja: '最後のバックアップから1日以上経過しています: npx renkei backup create。毎日のタイマーも確認してください。',
    });
  const isProved = verifiedAt !== null && nowMs - verifiedAt.getTime() <= verificationTooOldMs;
  if (isProved) return ok(backup, detail);
  return problem(backup, detail, {
    en: 'None was proved within a week: npx renkei backup verify <file>',
    ja: 'この1週間、復元による検証をしていません: npx renkei backup verify <ファイル>',
  });
}

function lookAtIntake({ ingest: { waiting, oldestWaitingAt } }: Condition, nowMs: number): Finding {
  const lagMs = oldestWaitingAt === null ? 0 : nowMs - oldestWaitingAt.getTime();
  const seconds = Math.max(0, Math.round(lagMs / 1000));
  const detail = {
    en: `${waiting} waiting, ${seconds} s behind`,
    ja: `待機 ${waiting} 件、遅れ ${seconds} 秒`,
  };
  if (lagMs <= intakeTooSlowMs) return ok(intake, detail);
  return problem(intake, detail, {
    en: 'See that a server with ROLE=all or worker runs, and what logs/server.log says.',
    ja: 'ROLE=all または worker のサーバーが動いているか、logs/server.log の内容を確認してください。',
  });
}

function lookAtQuarantine({ ingest: { quarantined } }: Condition): Finding {
  if (quarantined === 0) return ok(quarantine, same('0'));
  return problem(quarantine, same(String(quarantined)), {
    en: 'Settings → Health → Quarantine shows the reasons. After an update: npx renkei replay',
    ja: '理由は「設定 → 稼働状況 → 隔離」にあります。更新後に: npx renkei replay',
  });
}

function lookAtPartitions({ ingest: { partitionsAhead } }: Condition): Finding {
  const detail = { en: `${partitionsAhead} days ahead`, ja: `${partitionsAhead} 日先まで` };
  if (partitionsAhead > 0) return ok(partitions, detail);
  return problem(partitions, detail, {
    en: 'A running server makes them every six hours. Webhooks go into the default partition meanwhile; nothing is lost.',
    ja: '動作中のサーバーが6時間ごとに作成します。その間は既定のパーティションに入り、失われません。',
  });
}

function lookAtUnsure({ outbox }: Condition): Finding {
  const found = outbox.find(({ state }) => state === 'unsure');
  const detail = same(String(found?.count ?? 0));
  const isOld = found?.oldestAt && systemClock.now().getTime() - found.oldestAt.getTime() > hourMs;
  if (!isOld) return ok(unsure, detail);
  return problem(unsure, detail, {
    en: 'They wait for the provider to say something. See that its webhooks arrive; never send them by hand before.',
    ja: 'プロバイダーからの通知を待っています。Webhook が届いているか確認し、それまで手動で再送しないでください。',
  });
}
