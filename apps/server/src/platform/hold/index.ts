/**
 * Whether this system may act on the outside. A restored one may not before somebody has released it: what it believes
 * to be queued may have been sent long ago. The dispatcher asks in SQL (`renkei_is_held()`), in the claim itself.
 */
export { createHoldReader, type HoldReader } from './hold-reader.ts';
export { type Hold, type HoldReason, holdRestored, liftHold, placeHold, readHold } from './store.ts';
export { workUnderHold } from './work-under-hold.ts';
