/** What every kind of outgoing message shares. */
import type { ContentOf } from '@renkei/contract';
import type { OutboundKind, ProviderReferences } from '../../../port.ts';

/** `type` and the object of the same name; checked by graph-api's strict schema before anything is sent. */
export type Outbound<Kind extends OutboundKind> = (
  content: ContentOf<Kind>,
  references: ProviderReferences,
) => Readonly<Record<string, unknown>>;

export function mediaSource({ providerMediaId }: ProviderReferences): { readonly id?: string } {
  return providerMediaId === undefined ? {} : { id: providerMediaId };
}

export function withCaption(caption: string | undefined): { readonly caption?: string } {
  return caption ? { caption } : {};
}
