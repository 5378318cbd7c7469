import { clock } from './clock.ts';
import { database } from './database.ts';
import { deaths } from './deaths.ts';
import { forgeries } from './forgeries.ts';
import { lateWebhooks } from './late-webhooks.ts';
import { members } from './members.ts';
import { network } from './network.ts';
import { restarts } from './restarts.ts';
import type { RunnableScenario } from './scenario.ts';
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
  forgeries,
  clock,
  lateWebhooks,
];
