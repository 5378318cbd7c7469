import { contentSchemas } from '@renkei/contract';
import type { ReceivedContent, ReceivedMedia } from '../../../inbound.ts';

/** A kind of content is known by the parameters it brings; the first that fits is it. */
const kinds: readonly ((form: URLSearchParams) => ReceivedContent | undefined)[] = [
  readTap('button', 'ButtonPayload', 'ButtonText'),
  readTap('list', 'ListId', 'ListTitle'),
  readLocation,
  readMedia,
  readText,
];

export function readContent(form: URLSearchParams): ReceivedContent {
  for (const read of kinds) {
    const content = read(form);
    if (content) return fitting(content);
  }
  return {
    kind: 'unsupported',
    wireType: form.get('MessageType') ?? 'unknown',
    reason: 'Twilio passed on nothing that can be shown',
  };
}

function readTap(replyType: 'button' | 'list', id: string, title: string) {
  return (form: URLSearchParams): ReceivedContent | undefined => {
    const replyId = form.get(id);
    if (replyId === null) return undefined;
    const text = form.get(title) ?? form.get('Body') ?? replyId;
    return { kind: 'interactive_reply', replyType, replyId, title: text };
  };
}

function readLocation(form: URLSearchParams): ReceivedContent | undefined {
  const latitude = form.get('Latitude');
  const longitude = form.get('Longitude');
  if (latitude === null || longitude === null) return undefined;
  return {
    kind: 'location',
    latitude: Number(latitude),
    longitude: Number(longitude),
    name: form.get('Label') ?? undefined,
    address: form.get('Address') ?? undefined,
  };
}

/** What the type of a file begins with, and the kind it is. */
const mediaKinds: readonly (readonly [prefix: string, kind: ReceivedMedia['kind']])[] = [
  ['image/webp', 'sticker'],
  ['image/', 'image'],
  ['video/', 'video'],
  ['audio/', 'audio'],
];

function readMedia(form: URLSearchParams): ReceivedContent | undefined {
  const providerMediaId = form.get('MediaUrl0');
  if (Number(form.get('NumMedia') ?? 0) < 1 || providerMediaId === null) return undefined;
  const mimeType = form.get('MediaContentType0') ?? 'application/octet-stream';
  const kind = mediaKinds.find(([prefix]) => mimeType.startsWith(prefix))?.[1] ?? 'document';
  const body = form.get('Body') || undefined;
  // WhatsApp shows no words under a voice message or a sticker, and Twilio gives a document's name as its text.
  if (kind === 'audio') return { kind, providerMediaId, mimeType, voice: mimeType.startsWith('audio/ogg') };
  if (kind === 'sticker') return { kind, providerMediaId, mimeType };
  if (kind === 'document') return { kind, providerMediaId, mimeType, fileName: body };
  return { kind, providerMediaId, mimeType, caption: body };
}

function readText(form: URLSearchParams): ReceivedContent | undefined {
  const body = form.get('Body');
  return body === null || body === '' ? undefined : { kind: 'text', body };
}

/** What does not fit our own promise is kept as unsupported, never thrown away. */
function fitting(content: ReceivedContent): ReceivedContent {
  if ('providerMediaId' in content || content.kind === 'reaction') return content;
  const parsed = contentSchemas[content.kind].safeParse(content);
  if (parsed.success) return content;
  const reason = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return { kind: 'unsupported', wireType: content.kind, reason };
}
