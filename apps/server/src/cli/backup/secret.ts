import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeMasterKey } from '#config';
import { keyIdOf } from '#platform/crypto';
import { OperatorError } from '#platform/operator-error';
import type { Secret } from '#platform/sealed-file';

export interface SecretOptions {
  readonly passphraseFile?: string | undefined;
  readonly masterKeyFile?: string | undefined;
}

/** What a backup is sealed with or opened by: a passphrase where one is given, else the master key. */
export async function readSecret(options: SecretOptions, dataDir: string): Promise<Secret> {
  const { passphraseFile } = options;
  if (passphraseFile !== undefined) {
    const passphrase = (await readFile(passphraseFile, 'utf8')).trim();
    if (passphrase.length < leastPassphrase) throw passphraseTooShort(passphraseFile);
    return { source: 'passphrase', passphrase };
  }
  const key = await findMasterKey(options, dataDir);
  if (key === undefined) throw noMasterKey(dataDir);
  return { source: 'master-key', key };
}

const leastPassphrase = 12;

/** The master key that there is: of the option, of MASTER_KEY, of the data folder. Never makes one. */
export async function findMasterKey(
  { masterKeyFile }: SecretOptions,
  dataDir: string,
): Promise<Uint8Array | undefined> {
  if (masterKeyFile !== undefined) return decodeMasterKey(await readFile(masterKeyFile, 'utf8'));
  const given = process.env['MASTER_KEY'];
  if (given) return decodeMasterKey(given);
  const kept = await readFile(join(dataDir, 'master.key'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return kept === undefined ? undefined : decodeMasterKey(kept);
}

export async function findMasterKeyId(options: SecretOptions, dataDir: string): Promise<string | null> {
  const key = await findMasterKey(options, dataDir);
  return key === undefined ? null : keyIdOf(key);
}

function noMasterKey(dataDir: string): OperatorError {
  return new OperatorError({
    code: 'no_master_key',
    reason: {
      en: `There is no master key: neither MASTER_KEY nor ${join(dataDir, 'master.key')}.`,
      ja: `マスターキーがありません（MASTER_KEY も ${join(dataDir, 'master.key')} もありません）。`,
    },
    remedy: {
      en: 'Give the one of the system that the backup is of: --master-key-file <file>; or --passphrase-file <file>.',
      ja: 'バックアップ元のマスターキーを --master-key-file <ファイル> で、または --passphrase-file <ファイル> を指定してください。',
    },
  });
}

function passphraseTooShort(file: string): OperatorError {
  return new OperatorError({
    code: 'passphrase_too_short',
    reason: {
      en: `The passphrase in ${file} has fewer than ${leastPassphrase} characters.`,
      ja: `${file} のパスフレーズが ${leastPassphrase} 文字未満です。`,
    },
    remedy: {
      en: 'Take a longer one, such as five words: it is all that protects the backup.',
      ja: '単語5つなど、もっと長いものにしてください。バックアップを守るのはこれだけです。',
    },
  });
}
