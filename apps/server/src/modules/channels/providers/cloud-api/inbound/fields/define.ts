import type { WebhookChange } from '@renkei/graph-api';
import type { InboundReading } from '../../../../inbound.ts';

/** Reads the value of one change of a field. Never throws. */
export type ReadField = (change: WebhookChange) => InboundReading;
