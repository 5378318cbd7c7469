/** Files of messages: brought from the provider, taken from members, made fit to send, kept by hash, served to who may see. */
export { type Ffmpeg, findFfmpeg } from './convert/ffmpeg.ts';
export type { ProviderMedia } from './expect-from-provider.ts';
export { mediaJobs } from './jobs.ts';
export { type KeptFile, listKeptFiles } from './kept-files.ts';
export { createMediaModule, type MediaSendFacts, type MediaService } from './module.ts';
export type { MediaProvider } from './needs.ts';
export { createPublishedLinks } from './published-links.ts';
export { isKept } from './store-kept-files.ts';
export { mediaUpkeep } from './upkeep.ts';
