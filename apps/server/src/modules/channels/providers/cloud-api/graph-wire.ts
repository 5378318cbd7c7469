/** What other providers may use of Meta's wire: the face for those that pass Meta's bodies on. Nothing here imports it. */
export { buildSendRequest, findContentFault } from './build-send-request.ts';
export { type GraphCaller, openGraphDoor } from './graph-caller.ts';
export { findForeignNumber } from './inbound/find-foreign-number.ts';
export { readCloudApiWebhook } from './inbound/read-webhook.ts';
export { cloudApiCapabilities } from './index.ts';
export { fetchMedia, uploadMedia } from './media.ts';
export { readRefusal } from './read-refusal.ts';
export { readSendOutcome } from './send-outcome.ts';
export { toTemplate } from './templates.ts';
