import { useEffect } from 'react';

/** Starting one sound or film pauses every other. */
export function useSoloPlayback(): void {
  useEffect(() => {
    const pauseOthers = (event: Event) => {
      for (const media of document.querySelectorAll<HTMLMediaElement>('audio, video')) {
        if (media !== event.target) media.pause();
      }
    };
    // Media events do not bubble.
    document.addEventListener('play', pauseOthers, { capture: true });
    return () => document.removeEventListener('play', pauseOthers, { capture: true });
  }, []);
}
