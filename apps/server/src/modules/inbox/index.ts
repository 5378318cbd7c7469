/** The team inbox: the conversation list, search, threads, assignment. */
export { createInboxModule } from './module.ts';
export type { InboxNeeds } from './needs.ts';
