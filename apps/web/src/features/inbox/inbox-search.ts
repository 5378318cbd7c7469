import * as z from 'zod';

export const inboxFilters = ['all', 'unread', 'mine', 'unassigned', 'closed'] as const;
export type InboxFilter = (typeof inboxFilters)[number];

/** What the address of the inbox remembers. */
export const inboxSearchSchema = z.object({
  filter: z.enum(inboxFilters).optional().catch(undefined),
  search: z.string().max(200).optional().catch(undefined),
});
