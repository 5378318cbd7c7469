import { mediaSource, type Outbound } from './outbound.ts';

export const outboundSticker: Outbound<'sticker'> = (_content, references) => ({
  type: 'sticker',
  sticker: mediaSource(references),
});
