import type { FastifyRequest } from 'fastify';
import type { Simulation } from '../../simulation.ts';
import type { App } from '../../world/entities.ts';
import type { TwilioAccount } from '../../world/resellers/reseller-account.ts';

/** Who calls, and what stands behind the account. */
export interface TwilioCall {
  readonly app: App;
  readonly account: TwilioAccount;
}

/** What the handlers of one account share. */
export interface TwilioDoor {
  readonly simulation: Simulation;
  authenticate(request: FastifyRequest): TwilioCall;
}

export function paramsOf({ params }: FastifyRequest): Readonly<Record<string, string | undefined>> {
  return typeof params === 'object' && params !== null ? { ...params } : {};
}
