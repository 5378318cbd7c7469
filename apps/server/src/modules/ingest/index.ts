/** Webhooks in: stored before they are answered, then normalised; what cannot be read waits in quarantine. */
export { tellIngestFigures } from './figures.ts';
export { createIngestModule } from './module.ts';
export type { AccountSink, InboundSink, IngestNeeds, Origin } from './needs.ts';
export { type IngestCondition, readIngestCondition } from './read-condition.ts';
export { readIntakeLagMs } from './read-intake-lag.ts';
export { type ReplaySelection, replayQuarantined } from './replay-quarantined.ts';
export { type Intake, readIntake } from './store-intake.ts';
export { ingestUpkeep } from './upkeep.ts';
export type { WebhookHandler } from './webhook-handler.ts';
