/** The one way to call an address that a person of a workspace has given. */
export { isForbiddenAddress } from './address-rules.ts';
export { createGuardedClient, type GuardedAnswer, type GuardedClient } from './guarded-client.ts';
