import { defineKind } from './define-kind.tsx';
import { AudioPlayer } from './parts/AudioPlayer.tsx';
import { mediaContentSchema } from './parts/media-content.ts';

export const audioKind = defineKind({
  schema: mediaContentSchema,
  View: AudioPlayer,
  summarise: (content, text) => (content.voice ? text.kinds.voice : text.kinds.audio),
});
