import * as z from 'zod';
import { defineJob } from '#platform/jobs';

/** Fetches a file from the provider. Its ids live for 7 days at Meta; the tries reach over about a day. */
export const downloadMediaJob = defineJob({
  name: 'media.download',
  payload: z.object({ workspaceId: z.uuid(), mediaId: z.uuid() }),
  retryLimit: 12,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 4 * 3600,
  expireInSeconds: 300,
  concurrency: 3,
});

export const mediaJobs = [downloadMediaJob] as const;
