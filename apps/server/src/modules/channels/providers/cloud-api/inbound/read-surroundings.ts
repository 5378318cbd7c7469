import type { Message, Referral } from '@renkei/contract';
import type { MessageContext, MessageReferral } from '@renkei/graph-api';

const sources: Readonly<Record<string, Referral['source']>> = { ad: 'ad', post: 'post' };

/** Where the customer came from. Meta tells it at the first message only. */
export function readReferral(wire: MessageReferral): Referral {
  return {
    source: sources[wire.source_type ?? ''] ?? 'other',
    sourceId: wire.source_id ?? null,
    url: wire.source_url ?? null,
    headline: wire.headline ?? null,
    body: wire.body ?? null,
    mediaUrl: wire.image_url ?? wire.thumbnail_url ?? wire.video_url ?? null,
    clickId: wire.ctwa_clid ?? null,
  };
}

export function readForwarded(context: MessageContext | undefined): Message['forwarded'] {
  if (context?.frequentlyForwarded) return 'often';
  return context?.forwarded ? 'forwarded' : 'no';
}
