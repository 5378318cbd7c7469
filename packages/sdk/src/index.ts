/** The typed client of the Renkei API: every route of the contract, uploads with progress, live events. */
export { type CallOptions, type Client, type ClientOptions, createClient } from './create-client.ts';
export { type ClientErrorCode, RenkeiError } from './errors.ts';
export { type EventStreamState, type SubscribeEventsOptions, subscribeEvents } from './subscribe-events.ts';
export { type UploadOptions, upload } from './upload.ts';
