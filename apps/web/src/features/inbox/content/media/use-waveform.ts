import type { Media } from '@renkei/contract';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import { mediaUrl } from '../../../../lib/client.ts';
import { queryKeys } from '../../../../lib/query-keys.ts';
import { peaksOf } from './peaks-of.ts';

interface WaveformData {
  readonly peaks: readonly number[];
  readonly durationMs: number;
}

/** Decoded, a sound is some thirty times its size; an hour of music is not worth that for a picture. */
const largestBytes = 2_000_000;

/** What a sound looks like: as the server knows it, else read from its bytes once it has been scrolled into sight. */
export function useWaveform(media: Media, root: RefObject<Element | null>): WaveformData | undefined {
  const isSeen = useIsSeen(root);
  const isKnown = media.waveform !== null && media.durationMs !== null;
  const isSmall = media.sizeBytes !== null && media.sizeBytes <= largestBytes;
  const read = useQuery({
    queryKey: queryKeys.waveform(media.id),
    queryFn: ({ signal }) => readWaveform(media.id, signal),
    enabled: !isKnown && isSeen && isSmall,
    staleTime: Number.POSITIVE_INFINITY,
    // Not every browser decodes every sound; it plays all the same, on a flat line.
    retry: false,
  }).data;
  if (media.waveform === null || media.durationMs === null) return read;
  return { peaks: peaksOf(Float32Array.from(media.waveform)), durationMs: media.durationMs };
}

async function readWaveform(mediaId: string, signal: AbortSignal): Promise<WaveformData> {
  const response = await fetch(mediaUrl(mediaId), { signal });
  if (!response.ok) throw new Error(`The sound could not be read: ${response.status}`);
  // A context for decoding only: it opens no sound device and needs no click before.
  const context = new OfflineAudioContext(1, 1, 16_000);
  const sound = await context.decodeAudioData(await response.arrayBuffer());
  return { peaks: peaksOf(sound.getChannelData(0)), durationMs: sound.duration * 1000 };
}

function useIsSeen(root: RefObject<Element | null>): boolean {
  const [isSeen, setIsSeen] = useState(false);
  useEffect(() => {
    if (root.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      setIsSeen(true);
      observer.disconnect();
    });
    observer.observe(root.current);
    return () => observer.disconnect();
  }, [root]);
  return isSeen;
}
