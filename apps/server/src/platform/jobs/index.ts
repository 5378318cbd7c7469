export { installJobs } from './install-jobs.ts';
export { defineJob, type JobDefinition } from './job.ts';
export { createJobQueue, type JobQueue, type JobRun } from './job-queue.ts';
