/** What people agreed to be sent and what they stopped, and by which rules a workspace sends. */
export { type ConsentState, type Decision, nothingDecided } from './consent-state.ts';
export { type Consent, createConsentModule } from './module.ts';
export type { ConsentNeeds } from './needs.ts';
export { defaultSendingSettings } from './settings.ts';
export type { Suppression } from './store-suppressions.ts';
export { type ConsentRefusal, consentRefusalCodes } from './take-refusals.ts';
export type { Confirmation, Reply } from './take-replies.ts';
