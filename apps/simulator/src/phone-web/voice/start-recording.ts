/** A microphone that is on. Both ways to end it switch the microphone off. */
export type Recording = Readonly<{ finish: () => Promise<Blob>; cancel: () => void }>;

/** Rejects with the browser's DOMException, or with NotSupportedError where there is no recording at all. */
export async function startRecording(): Promise<Recording> {
  // Browsers hide the microphone from pages without a secure address.
  if (!navigator.mediaDevices || typeof MediaRecorder === 'undefined') {
    throw new DOMException('Recording is not available here', 'NotSupportedError');
  }
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  const recorder = new MediaRecorder(stream, chooseFormat());
  const chunks: Blob[] = [];
  recorder.addEventListener('dataavailable', (event) => chunks.push(event.data));
  const stopped = new Promise<void>((resolve) =>
    recorder.addEventListener('stop', () => resolve(), { once: true }),
  );
  recorder.start();

  const switchOff = () => {
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    cancel: switchOff,
    finish: async () => {
      switchOff();
      await stopped;
      return new Blob(chunks, { type: recorder.mimeType });
    },
  };
}

/** Opus first, in whatever container: it can be moved to Ogg without being encoded again. */
function chooseFormat(): MediaRecorderOptions {
  const mimeType = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4;codecs=opus'].find(
    (format) => MediaRecorder.isTypeSupported(format),
  );
  return mimeType ? { mimeType, audioBitsPerSecond: 32_000 } : {};
}
