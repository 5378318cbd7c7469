export { readAllowedPlaces } from './address-rules.ts';
/** The one way to call an address that a person of a workspace has given. */
export { createGuardedClient, type GuardedAnswer, type GuardedClient } from './guarded-client.ts';
