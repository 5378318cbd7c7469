import type { ContentViewProps } from '../view-props.ts';
import { AudioPlayer } from './audio-player.tsx';
import { MediaState } from './media-state.tsx';

export function AudioContent({ content, files }: ContentViewProps<'audio'>) {
  return (
    <MediaState media={files.get(content.mediaId)}>
      {(media) => <AudioPlayer media={media} isVoice={content.voice === true} />}
    </MediaState>
  );
}
