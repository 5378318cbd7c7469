import { type CrashPoint, crashPoints } from '../../../apps/server/src/platform/crash-point/index.ts';
import { dieWhileSweeping } from '../drain.ts';
import { type Death, liveAndDie, planDeaths, triesPerChain } from '../load/lives.ts';
import { uploadPicture, writePicture } from '../load/media.ts';
import { openConversations, sendMessages } from '../load/send-messages.ts';
import { writeInbound } from '../load/write-inbound.ts';
import { defineScenario } from './scenario.ts';

/** Those that stand together die one after the other: what is recovered must have been left behind. */
const inARow: readonly (readonly CrashPoint[])[] = [['provider.bytes-written', 'dispatcher.recovering']];
/** By the first start of the stage, and when its silence is over. */
const elsewhere: readonly CrashPoint[] = ['migration.applied', 'dispatcher.sweeping'];

const chains: readonly (readonly CrashPoint[])[] = [
  ...inARow,
  ...crashPoints
    .filter((point) => !elsewhere.includes(point) && !inARow.flat().includes(point))
    .map((point) => [point]),
];

/** Some points are passed only when there is a file to fetch, or to bring. */
const needsFileIn = new Set<Death>(['media.downloaded', 'media.reserved', 'media.bytes-kept']);
const needsFileOut = new Set<Death>(['dispatcher.claim-committed', 'media.brought-to-provider']);

export const deaths = defineScenario({
  name: 'deaths',
  says: 'kill -9 by chance and at every crash point, while webhooks come twice and in the wrong order, answers are lost and Meta throttles',
  points: crashPoints,
  ownStage: 'ordinary',
  // A number's rate counts what comes in, too, of which a server that is dead knows nothing: so few come in at each death that
  // room is left for what it sends when it is back.
  sizes: {
    quick: { inbound: 3_000, sends: 1_000, customers: 40, deaths: 25, times: 1 },
    standard: { inbound: 20_000, sends: 5_000, customers: 200, deaths: 150, times: 5 },
    long: { inbound: 40_000, sends: 20_000, customers: 500, deaths: 600, times: 20 },
  },
  async run(stage, sizes, random) {
    const { control, workspaces } = stage;
    const [a, b] = workspaces;
    const windows = {
      a: await openConversations(stage, a, sizes.customers),
      b: await openConversations(stage, b, sizes.customers),
    };
    const plan = planDeaths(chains, { ...sizes, random });
    const files: string[] = [];
    const deathCount = plan.flat().length;
    for (const _death of plan.flat().filter((death) => needsFileOut.has(death))) {
      for (let tries = 0; tries < triesPerChain; tries += 1) files.push(await uploadPicture(stage, a));
    }
    // Statuses take their time: evidence must not always come to the rescue.
    await control.setSettings({ statusDelayMs: { min: 200, max: 4_000 } });
    await control.setFaults(faults);
    const { now: startedAt } = await control.getClock();
    const sending: Promise<number>[] = [];
    let written = 0;
    const sends = Math.ceil(sizes.sends / deathCount / 2);
    await liveAndDie(stage, plan, random, async (death, index) => {
      const mediaId = needsFileOut.has(death) ? files.shift() : undefined;
      sending.push(
        sendMessages(stage, a, { count: sends, conversations: windows.a, mediaId }),
        sendMessages(stage, b, { count: sends, conversations: windows.b }),
      );
      const count = Math.max(0, Math.ceil((sizes.inbound * (index + 1)) / deathCount) - written);
      const from = startedAt + written * 250;
      await writeInbound(stage, a, { count: Math.ceil(count / 2), customers: sizes.customers, random, from });
      await writeInbound(stage, b, {
        count: Math.floor(count / 2),
        customers: sizes.customers,
        random,
        from,
      });
      written += count;
      if (needsFileIn.has(death)) {
        for (let picture = 0; picture < 3; picture += 1) await writePicture(stage, a, a.customer(picture));
      }
    });
    await dieWhileSweeping(stage);
    await Promise.all(sending);
    await control.clearFaults();
    await control.setSettings({ statusDelayMs: { min: 30, max: 250 } });
    return [];
  },
});

const toMessages = { edge: 'messages', method: 'POST' } as const;

/** Of sends: 5 % throttled, as Meta usually says it and as HTTP has it, 2 % out of order, 3 % without an answer. */
const faults = {
  duplicate: 0.1,
  reorder: 0.15,
  drop: 0.03,
  lostAnswer: 0.03,
  acceptDelayMs: 100,
  answer: [
    { match: toMessages, status: 400, code: 130429, probability: 0.025 },
    { match: toMessages, status: 429, code: 130429, probability: 0.025 },
    { match: toMessages, status: 503, code: 2, probability: 0.02 },
  ],
};
