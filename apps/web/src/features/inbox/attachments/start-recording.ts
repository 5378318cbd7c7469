/** Voice notes must be Ogg with Opus, one channel. Source: Meta, Media: supported types (2025-12-11). */
const voiceType = 'audio/ogg';

export interface Recording {
  readonly startedAt: number;
  readonly finish: () => Promise<RecordedFile>;
  readonly cancel: () => void;
}

export interface RecordedFile {
  readonly blob: Blob;
  readonly fileName: string;
  /** False where the browser records something that WhatsApp plays but does not show as a voice note. */
  readonly isVoiceNote: boolean;
}

/** Records from the microphone. Rejects when the browser gives none. */
export async function startRecording(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  const mimeType = recordableTypes.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType });
  const chunks: Blob[] = [];
  recorder.ondataavailable = (event) => chunks.push(event.data);
  const stopped = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  };
  recorder.start();
  return {
    startedAt: Date.now(),
    cancel: stop,
    finish: async () => {
      stop();
      await stopped;
      return asVoiceNote(new Blob(chunks, { type: recorder.mimeType }));
    },
  };
}

/** Firefox records Ogg itself, Chromium Opus in WebM, Safari AAC in MP4. */
const recordableTypes = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4'];

async function asVoiceNote(recorded: Blob): Promise<RecordedFile> {
  if (recorded.type.startsWith(voiceType)) {
    return { blob: new Blob([recorded], { type: voiceType }), fileName: 'voice.ogg', isVoiceNote: true };
  }
  if (recorded.type.includes('opus')) {
    const { remuxToOgg } = await import('./remux-to-ogg.ts');
    return { blob: await remuxToOgg(recorded), fileName: 'voice.ogg', isVoiceNote: true };
  }
  return { blob: new Blob([recorded], { type: 'audio/mp4' }), fileName: 'voice.m4a', isVoiceNote: false };
}
