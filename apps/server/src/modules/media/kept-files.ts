import type { ClientBase } from 'pg';
import { readKeptFilePage } from './store-kept-files.ts';

/** The bytes of one file of a message, named by their hash. */
export interface KeptFile {
  readonly workspaceId: string;
  readonly sha256: string;
}

const pageSize = 5_000;

/** All bytes that files of messages have, thumbnails too, of every workspace; for backups, which work as the owner. */
export async function listKeptFiles(client: ClientBase): Promise<readonly KeptFile[]> {
  const all: KeptFile[] = [];
  for (;;) {
    const page = await readKeptFilePage(client, all.at(-1), pageSize);
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}
