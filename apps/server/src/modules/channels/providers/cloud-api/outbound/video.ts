import { mediaSource, type Outbound, withCaption } from './outbound.ts';

export const outboundVideo: Outbound<'video'> = ({ caption }, references) => ({
  type: 'video',
  video: { ...mediaSource(references), ...withCaption(caption) },
});
