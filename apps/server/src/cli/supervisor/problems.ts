import * as z from 'zod';
import { OperatorError } from '#platform/operator-error';

const logLineSchema = z.object({ msg: z.string(), err: z.object({ message: z.string() }).optional() });

interface Holder {
  readonly pid: number;
  readonly since: string;
  readonly folder: string;
  readonly url?: string | undefined;
}

export function dataFolderLocked(holder: Holder): OperatorError {
  const at = holder.url === undefined ? '' : ` (${holder.url})`;
  return new OperatorError({
    code: 'data_folder_locked',
    reason: {
      en: `Renkei already runs on ${holder.folder}: process ${holder.pid}, since ${holder.since}${at}.`,
      ja: `${holder.folder} では Renkei がすでに動作しています: プロセス ${holder.pid}、開始 ${holder.since}${at}。`,
    },
    remedy: {
      en: `Stop it first (kill ${holder.pid}), or set DATA_DIR to another folder.`,
      ja: `先に停止するか（kill ${holder.pid}）、DATA_DIR に別のフォルダーを指定してください。`,
    },
  });
}

export function sharedSettingsMissing(role: string, names: readonly string[]): OperatorError {
  const list = names.join(', ');
  return new OperatorError({
    code: 'shared_settings_missing',
    reason: {
      en: `A process of role "${role}" is one of several that share a database and a key, and these are not set: ${list}.`,
      ja: `ロール「${role}」のプロセスはデータベースと鍵を他のプロセスと共有しますが、次の設定がありません: ${list}。`,
    },
    remedy: {
      en: 'Set DATABASE_URL to the common PostgreSQL and MASTER_KEY to the common key (32 bytes in base64url; the first installation keeps it in DATA_DIR/master.key).',
      ja: 'DATABASE_URL に共通の PostgreSQL を、MASTER_KEY に共通の鍵（base64url の32バイト。最初の環境では DATA_DIR/master.key にあります）を指定してください。',
    },
  });
}

export function noFreePort(from: number, to: number): OperatorError {
  return new OperatorError({
    code: 'no_free_port',
    reason: {
      en: `All ports from ${from} to ${to} are taken.`,
      ja: `ポート ${from} から ${to} はすべて使用中です。`,
    },
    remedy: {
      en: 'Set PORT (and SIMULATOR_PORT) to a free port.',
      ja: 'PORT（および SIMULATOR_PORT）に空いているポートを指定してください。',
    },
  });
}

export function upgradeFailed(): OperatorError {
  return new OperatorError({
    code: 'upgrade_failed',
    reason: {
      en: 'The database could not be upgraded; the reason stands above. Nothing was started and nothing is lost.',
      ja: 'データベースをアップグレードできませんでした。理由は上記のとおりです。何も起動しておらず、データは失われていません。',
    },
    remedy: {
      en: 'Put it right and start again, or go back to the former release.',
      ja: '原因を取り除いて再度起動するか、以前のリリースに戻してください。',
    },
  });
}

export function childDidNotStart(name: string, logFile: string, lastLines: readonly string[]): OperatorError {
  const tail = lastLines.map((line) => `  ${readable(line)}`).join('\n');
  return new OperatorError({
    code: 'process_did_not_start',
    reason: {
      en: `The ${name} did not start. Its last words:\n${tail}`,
      ja: `${name} を起動できませんでした。最後の出力:\n${tail}`,
    },
    remedy: {
      en: `The whole log is in ${logFile}. \`npx renkei doctor\` looks for causes.`,
      ja: `ログ全体は ${logFile} にあります。\`npx renkei doctor\` で原因を調べられます。`,
    },
  });
}

/** Of a structured log line, what a person wants to know. */
function readable(line: string): string {
  const parsed = logLineSchema.safeParse(parseJson(line));
  if (!parsed.success) return line;
  const { msg, err } = parsed.data;
  return err === undefined ? msg : `${msg}: ${err.message}`;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
