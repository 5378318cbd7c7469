import { OperatorError } from '#platform/operator-error';

export function backupUnreadable(file: string, cause: unknown): OperatorError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new OperatorError(
    {
      code: 'backup_unreadable',
      reason: {
        en: `${file} is not a whole backup of Renkei: ${said}`,
        ja: `${file} は Renkei の完全なバックアップではありません: ${said}`,
      },
      remedy: {
        en: 'Take another copy of it, or an earlier backup: `npx renkei backup list`.',
        ja: '別のコピーか、以前のバックアップを使ってください: `npx renkei backup list`。',
      },
    },
    { cause },
  );
}

export function wrongKey(file: string, source: 'master-key' | 'passphrase'): OperatorError {
  const isMaster = source === 'master-key';
  return new OperatorError({
    code: 'backup_key_wrong',
    reason: {
      en: `${file} was sealed with ${isMaster ? 'another master key' : 'a passphrase, and it is not this one'}.`,
      ja: `${file} は${isMaster ? '別のマスターキー' : 'パスフレーズ'}で暗号化されており、指定されたものでは開けません。`,
    },
    remedy: isMaster
      ? {
          en: 'Give the master key of the system it was made on: --master-key-file <file>, or MASTER_KEY.',
          ja: '作成元のシステムのマスターキーを指定してください: --master-key-file <ファイル> または MASTER_KEY。',
        }
      : {
          en: 'Give the passphrase it was made with: --passphrase-file <file>.',
          ja: '作成時のパスフレーズを指定してください: --passphrase-file <ファイル>。',
        },
  });
}

export function backupFromNewerRelease(names: readonly string[]): OperatorError {
  return new OperatorError({
    code: 'backup_from_another_release',
    reason: {
      en: `The backup comes from another release; this one does not know its tables: ${names.join(', ')}.`,
      ja: `別のリリースのバックアップで、このリリースが知らないテーブル構造を含みます: ${names.join(', ')}。`,
    },
    remedy: {
      en: 'Restore it with the release that made it, or a later one.',
      ja: '作成したリリース、またはそれ以降のリリースで復元してください。',
    },
  });
}

export function targetInUse(target: string): OperatorError {
  return new OperatorError({
    code: 'restore_target_in_use',
    reason: {
      en: `${target} has workspaces already; a restore never overwrites anything.`,
      ja: `${target} にはすでにワークスペースがあります。復元は何も上書きしません。`,
    },
    remedy: {
      en: 'Restore into an empty database or a new folder; --replace moves the database of a folder aside first.',
      ja: '空のデータベースか新しいフォルダーに復元してください。--replace はフォルダーのデータベースを先に退避します。',
    },
  });
}

export function restoredOtherwise(table: string, detail: string): OperatorError {
  return new OperatorError({
    code: 'restore_differs',
    reason: {
      en: `${table} came back otherwise than it was backed up: ${detail}. Nothing was kept.`,
      ja: `${table} がバックアップ時と異なる内容で復元されました: ${detail}。何も保存していません。`,
    },
    remedy: {
      en: 'Do not rely on this backup. Please report it as a bug of Renkei.',
      ja: 'このバックアップには頼らないでください。Renkei の不具合として報告してください。',
    },
  });
}
