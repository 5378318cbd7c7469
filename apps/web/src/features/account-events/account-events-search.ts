import * as z from 'zod';

/** How severe an event must be to be shown. */
export const severityFilters = ['all', 'warning', 'critical'] as const;
export type SeverityFilter = (typeof severityFilters)[number];

/** What the address of the page remembers. */
export const accountEventsSearchSchema = z.object({
  severity: z.enum(['warning', 'critical']).optional().catch(undefined),
  field: z.string().max(100).optional().catch(undefined),
  channelId: z.uuid().optional().catch(undefined),
  search: z.string().max(200).optional().catch(undefined),
});
export type AccountEventsSearch = z.infer<typeof accountEventsSearchSchema>;
