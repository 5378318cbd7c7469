import { mediaSource, type Outbound, withCaption } from './outbound.ts';

export const outboundDocument: Outbound<'document'> = ({ caption, fileName }, references) => ({
  type: 'document',
  document: {
    ...mediaSource(references),
    ...withCaption(caption),
    ...(fileName ? { filename: fileName } : {}),
  },
});
