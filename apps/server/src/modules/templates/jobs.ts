import * as z from 'zod';
import { defineJob } from '#platform/jobs';

/** Reads the templates of an account anew, because a webhook told of something that it did not tell whole. */
export const readTemplatesJob = defineJob({
  name: 'templates.read',
  payload: z.object({ workspaceId: z.uuid(), wabaId: z.string() }),
  retryLimit: 8,
  retryDelaySeconds: 5,
  retryDelayMaxSeconds: 3600,
  expireInSeconds: 300,
  concurrency: 1,
});

export const templateJobs = [readTemplatesJob] as const;
