import type { Content, Media, Message } from '@renkei/contract';

/** A received text; a test says only what it is about. */
export function makeMessage(changes: Partial<Message> = {}): Message {
  return {
    id: 'message',
    conversationId: 'conversation',
    direction: 'inbound',
    content: { kind: 'text', body: 'Hello' } satisfies Content,
    media: null,
    files: [],
    state: 'received',
    problem: null,
    hold: null,
    canResend: false,
    shownAt: '2026-11-21T09:00:00.000Z',
    sender: null,
    replyTo: null,
    reactions: [],
    forwarded: 'no',
    referral: null,
    referredProduct: null,
    participant: null,
    earlierVersions: [],
    sendAt: null,
    revokedAt: null,
    ...changes,
  };
}

/** A file that is here. */
export function makeMedia(changes: Partial<Media> = {}): Media {
  return {
    id: 'media',
    state: 'stored',
    mimeType: 'image/jpeg',
    sizeBytes: 284_310,
    fileName: null,
    width: 1200,
    height: 800,
    durationMs: null,
    hasThumbnail: true,
    waveform: null,
    converted: null,
    problem: null,
    ...changes,
  };
}
