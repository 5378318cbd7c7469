export interface Recording {
  readonly startedAt: number;
  readonly finish: () => Promise<RecordedFile>;
  readonly cancel: () => void;
}

export interface RecordedFile {
  readonly blob: Blob;
  readonly fileName: string;
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
      const { mimeType } = recorder;
      const ending = endings.find(({ pattern }) => pattern.test(mimeType))?.ending ?? 'audio';
      return { blob: new Blob(chunks, { type: mimeType }), fileName: `voice.${ending}` };
    },
  };
}

/** Firefox records Ogg itself, Chromium Opus in WebM, Safari AAC in MP4. */
const recordableTypes = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4'];

/** The server makes of each what a voice note is. */
const endings = [
  { pattern: /ogg/, ending: 'ogg' },
  { pattern: /webm/, ending: 'webm' },
  { pattern: /mp4/, ending: 'm4a' },
];
