import { z } from 'zod';
import type { Simulation } from '../../simulation.ts';
import type { Notice } from '../../webhooks/notify.ts';
import type { JsonObject } from '../../world/entities.ts';

/** One thing that can be told: what has to be said of it, and the webhook that comes of it. */
export interface Tiding<Schema extends z.ZodObject = z.ZodObject> {
  readonly schema: Schema;
  readonly notice: (input: z.output<Schema>, simulation: Simulation) => Notice;
}

/** Ties a schema to its own notice. */
export function tiding<Schema extends z.ZodObject>(definition: Tiding<Schema>): Tiding<Schema> {
  return definition;
}

/** What is told about an account by `account_update`, with the object that belongs to its event. */
export function accountUpdate(wabaId: string, event: string, more: JsonObject = {}): Notice {
  return { field: 'account_update', wabaId, value: { event, ...more } };
}

/** World time as most webhooks have it. */
export function unixSeconds({ clock }: Simulation): number {
  return Math.floor(clock.now() / 1000);
}

export const waba = { wabaId: z.string() };
