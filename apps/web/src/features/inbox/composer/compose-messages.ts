import type { Media, MediaContentKind, SendableContent } from '@renkei/contract';

export interface ReadyAttachment {
  readonly kind: MediaContentKind;
  readonly media: Media;
  readonly fileName: string;
}

interface ComposedMessage {
  readonly content: SendableContent;
  readonly media?: Media;
}

/** Source: Meta, Cloud API, media messages: captions up to 1,024 characters (2025-12-11). */
const maximumCaptionLength = 1024;
const captionable: readonly MediaContentKind[] = ['image', 'video', 'document'];

/** One message per file; the text goes along as the caption of the first one that can have it, else before them. */
export function composeMessages(
  typed: string,
  attachments: readonly ReadyAttachment[],
): readonly ComposedMessage[] {
  const text = typed.trim();
  const captionIndex =
    text.length > maximumCaptionLength ? -1 : attachments.findIndex(({ kind }) => captionable.includes(kind));
  const files = attachments.map(({ kind, media, fileName }, index) => ({
    content: contentOf(kind, media.id, fileName, index === captionIndex && text !== '' ? text : undefined),
    media,
  }));
  if (text === '' || captionIndex >= 0) return files;
  return [{ content: { kind: 'text', body: text } }, ...files];
}

function contentOf(
  kind: MediaContentKind,
  mediaId: string,
  fileName: string,
  caption: string | undefined,
): SendableContent {
  const captioned = caption === undefined ? {} : { caption };
  const makers: Readonly<Record<MediaContentKind, () => SendableContent>> = {
    image: () => ({ kind: 'image', mediaId, ...captioned }),
    video: () => ({ kind: 'video', mediaId, ...captioned }),
    document: () => ({ kind: 'document', mediaId, fileName, ...captioned }),
    audio: () => ({ kind: 'audio', mediaId }),
    sticker: () => ({ kind: 'sticker', mediaId }),
  };
  return makers[kind]();
}
