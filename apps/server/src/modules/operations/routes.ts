import { routes } from '@renkei/contract';
import { bind, type Platform, type RouteBinding } from '#platform/module';
import { releaseHold } from './release-hold.ts';

export function createOperationsRoutes(platform: Platform): readonly RouteBinding[] {
  return [
    bind(routes.releaseHold, async (principal, { body: { sendsQueued = false } }) => {
      const released = await releaseHold(platform, { sendsQueued, principal });
      const { unsure, unconfirmed } = released ?? { unsure: 0, unconfirmed: 0 };
      return { released: released !== undefined, unsure, unconfirmed };
    }),
  ];
}
