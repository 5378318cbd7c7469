import type { OutboundMessage } from './messages.ts';
import type { World } from './world.ts';

/** A template as the person sees it. */
export interface RenderedTemplate {
  readonly name: string;
  readonly header?: unknown;
  readonly body: string;
  readonly footer?: string | undefined;
  readonly buttons?: readonly unknown[] | undefined;
}

export function renderTemplate(_world: World, message: OutboundMessage): RenderedTemplate {
  return { name: String(message.content.name), body: String(message.content.name) };
}
