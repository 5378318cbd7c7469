import { cluster } from '../cluster/cluster.ts';
import { clock } from './clock.ts';
import { database } from './database.ts';
import { deaths } from './deaths.ts';
import { diskFull } from './disk-full.ts';
import { forgeries } from './forgeries.ts';
import { lateWebhooks } from './late-webhooks.ts';
import { members } from './members.ts';
import { network } from './network.ts';
import { optOuts } from './opt-outs.ts';
import { restarts } from './restarts.ts';
import type { LonelyScenario, RunnableScenario } from './scenario.ts';
import { throttles } from './throttles.ts';
import { token } from './token.ts';

/** In the order in which they share a stage; what moves the clock far comes last. */
export const scenarios: readonly RunnableScenario[] = [
  deaths,
  restarts,
  members,
  network,
  database,
  throttles,
  token,
  optOuts,
  forgeries,
  clock,
  lateWebhooks,
  diskFull,
];

/** On machines of their own, as it were. */
export const lonelyScenarios: readonly LonelyScenario[] = [cluster];
