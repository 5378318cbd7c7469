import type { FieldNames } from '../content-path.ts';
import { givenText, mediaSource, type Outbound } from '../outbound.ts';

const source = 'Meta, Media messages (2025-12-11)';

export const outboundImage: Outbound<'image'> = {
  source,
  fields: fieldsOf('image'),
  toWire: ({ mediaId, caption }, references) => ({
    type: 'image',
    image: { ...mediaSource(mediaId, references), ...givenText('caption', caption) },
  }),
};

export const outboundVideo: Outbound<'video'> = {
  source,
  fields: fieldsOf('video'),
  toWire: ({ mediaId, caption }, references) => ({
    type: 'video',
    video: { ...mediaSource(mediaId, references), ...givenText('caption', caption) },
  }),
};

export const outboundAudio: Outbound<'audio'> = {
  source,
  fields: fieldsOf('audio'),
  toWire: ({ mediaId, voice }, references) => ({
    type: 'audio',
    audio: { ...mediaSource(mediaId, references), ...(voice ? { voice: true } : {}) },
  }),
};

export const outboundDocument: Outbound<'document'> = {
  source,
  fields: fieldsOf('document'),
  toWire: ({ mediaId, caption, fileName }, references) => ({
    type: 'document',
    document: {
      ...mediaSource(mediaId, references),
      ...givenText('caption', caption),
      ...givenText('filename', fileName),
    },
  }),
};

export const outboundSticker: Outbound<'sticker'> = {
  source,
  fields: fieldsOf('sticker'),
  toWire: ({ mediaId }, references) => ({ type: 'sticker', sticker: mediaSource(mediaId, references) }),
};

function fieldsOf(type: string): FieldNames {
  return { [type]: 'mediaId', [`${type}.caption`]: 'caption', [`${type}.filename`]: 'fileName' };
}
