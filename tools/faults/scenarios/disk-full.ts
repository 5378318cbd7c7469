import { spawnSync } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writePicture } from '../load/media.ts';
import { openConversations, sendMessages } from '../load/send-messages.ts';
import { writeInbound } from '../load/write-inbound.ts';
import { defineScenario } from './scenario.ts';

const mebibyte = 1024 * 1024;

/** Fills what is left of the stage's file system. Only on one that is small enough to be filled: see `smallFolder`. */
export const diskFull = defineScenario({
  name: 'disk-full',
  says: 'no room left for PostgreSQL and for files under load, and room again',
  points: [],
  ownStage: 'small disk',
  sizes: {
    quick: { times: 1, fullMs: 1_500, customers: 10 },
    standard: { times: 2, fullMs: 4_000, customers: 20 },
    long: { times: 8, fullMs: 15_000, customers: 40 },
  },
  async run(stage, { times, fullMs, customers }, random) {
    const [a, b] = stage.workspaces;
    const conversations = await openConversations(stage, a, customers);
    let unnoticed = 0;
    let ends = 0;
    for (let time = 0; time < times; time += 1) {
      const ballast = join(stage.dataDir, 'ballast');
      const stopping = new AbortController();
      const sending = sendMessages(stage, a, {
        count: 5_000,
        conversations,
        pauseMs: 20,
        stopping: stopping.signal,
      });
      const before = stage.record.unavailable;
      await fill(ballast);
      await writeInbound(stage, b, { count: 60, customers, random });
      await writePicture(stage, b, b.customer(0));
      await pause(fullMs);
      await rm(ballast);
      // PostgreSQL gives up when its log cannot grow.
      const hadEnded = await stage.database.rise();
      if (hadEnded) ends += 1;
      else if (stage.record.unavailable === before) unnoticed += 1;
      stopping.abort();
      await sending;
    }
    const figure = `${times} ×, ${stage.record.unavailable} answers of 503, PostgreSQL ended ${ends} ×`;
    stage.record.figures.set('no room left', figure);
    const broken = unnoticed === 0 ? [] : [`${unnoticed} of ${times} times everything went on`];
    return [{ invariant: 'disk-full', says: 'there was really no room', broken, about: [] }];
  },
});

async function fill(path: string): Promise<void> {
  await using file = await open(path, 'w');
  for (let size = mebibyte; size >= 4096; size /= 2) {
    const block = Buffer.alloc(size, 1);
    for (;;) {
      const isWritten = await file.write(block).then(
        ({ bytesWritten }) => bytesWritten === size,
        () => false,
      );
      if (!isWritten) break;
    }
  }
}

/** A file system of its own for a stage, or why there can be none here. */
export function mountSmallDisk(
  folder: string,
): { readonly unmount: () => void } | { readonly refused: string } {
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=320m', 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (status !== 0) return { refused: (error?.message ?? stderr).trim() };
  return { unmount: () => void spawnSync('umount', [folder]) };
}
