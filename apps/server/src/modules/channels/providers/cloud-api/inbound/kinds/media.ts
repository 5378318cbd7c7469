import type { ReadContent, ReadKind } from './define.ts';

/** Meta nearly always names the type; the bytes decide in the end. */
const unknownMimeType = 'application/octet-stream';

type CaptionedKind = 'image' | 'video' | 'document';

export const readImage: ReadKind<'image'> = ({ content }) => captioned('image', content);
export const readVideo: ReadKind<'video'> = ({ content }) => captioned('video', content);
export const readDocument: ReadKind<'document'> = ({ content }) => captioned('document', content);

export const readAudio: ReadKind<'audio'> = ({ content }) => ({
  content: {
    kind: 'audio',
    providerMediaId: content.id,
    mimeType: content.mime_type ?? unknownMimeType,
    voice: content.voice,
  },
});

export const readSticker: ReadKind<'sticker'> = ({ content }) => ({
  content: {
    kind: 'sticker',
    providerMediaId: content.id,
    mimeType: content.mime_type ?? unknownMimeType,
    animated: content.animated,
  },
});

function captioned(
  kind: CaptionedKind,
  media: {
    readonly id: string;
    readonly mime_type?: string | undefined;
    readonly caption?: string | undefined;
    readonly filename?: string | undefined;
  },
): ReadContent {
  return {
    content: {
      kind,
      providerMediaId: media.id,
      mimeType: media.mime_type ?? unknownMimeType,
      caption: media.caption,
      fileName: media.filename,
    },
  };
}
