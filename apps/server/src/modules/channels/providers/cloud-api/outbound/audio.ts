import { mediaSource, type Outbound } from './outbound.ts';

export const outboundAudio: Outbound<'audio'> = ({ voice }, references) => ({
  type: 'audio',
  audio: { ...mediaSource(references), ...(voice ? { voice: true } : {}) },
});
