import { AudioPlayer } from './audio-player.tsx';
import { MediaState } from './media-state.tsx';
import type { ContentViewProps } from './view-props.ts';

export function AudioContent({ content, message }: ContentViewProps<'audio'>) {
  return (
    <MediaState media={message.media}>
      {(media) => <AudioPlayer media={media} isVoice={content.voice === true} />}
    </MediaState>
  );
}
