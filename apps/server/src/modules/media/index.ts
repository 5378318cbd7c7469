/** Files of messages: brought from the provider, taken from members, kept by hash, served to who may see them. */
export type { ProviderMedia } from './expect-from-provider.ts';
export { mediaJobs } from './jobs.ts';
export { createMediaModule, type MediaSendFacts, type MediaService } from './module.ts';
export type { MediaProvider } from './needs.ts';
