import { mediaSource, type Outbound, withCaption } from './outbound.ts';

export const outboundImage: Outbound<'image'> = ({ caption }, references) => ({
  type: 'image',
  image: { ...mediaSource(references), ...withCaption(caption) },
});
