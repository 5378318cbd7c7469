import {
  contentLimits,
  countCharacters,
  type Media,
  type MediaContentKind,
  type SendableContent,
} from '@renkei/contract';
import type { FileDraft } from '../data/drafts.ts';

interface ComposedMessage {
  readonly content: SendableContent;
  readonly media?: Media;
}

const captionable: readonly MediaContentKind[] = ['image', 'video', 'document'];

/** Whether there is an address in it of which a phone can show a preview. */
export function hasLink(text: string): boolean {
  return /https?:\/\/[^\s/]/i.test(text);
}

/** One message per file; the text goes along as the caption of the first one that can have it, else before them. */
export function composeMessages(
  typed: string,
  attachments: readonly FileDraft[],
  withLinkPreview = true,
): readonly ComposedMessage[] {
  const text = typed.trim();
  const captionIndex =
    countCharacters(text) > contentLimits.caption
      ? -1
      : attachments.findIndex(({ kind }) => captionable.includes(kind));
  const files = attachments.map(({ kind, media, fileName }, index) => ({
    content: contentOf(kind, media.id, fileName, index === captionIndex && text !== '' ? text : undefined),
    media,
  }));
  if (text === '' || captionIndex >= 0) return files;
  const previewUrl = hasLink(text) ? { previewUrl: withLinkPreview } : {};
  return [{ content: { kind: 'text', body: text, ...previewUrl } }, ...files];
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
