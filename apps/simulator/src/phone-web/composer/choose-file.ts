/** A file that waits in the composer. */
export type ChosenFile = Readonly<{
  type: 'image' | 'video' | 'audio' | 'document';
  blob: Blob;
  filename: string;
  content: Readonly<Record<string, unknown>>;
  /** Audio has no caption (cloud-api: content objects); its text goes out as a message of its own. */
  takesCaption: boolean;
}>;

const JPEG_QUALITY = 0.9;

/** Decides how a phone sends a file. Pictures of other formats become JPEG, as phones do before sending. */
export async function chooseFile(file: File, asDocument = false): Promise<ChosenFile> {
  const mimeType = file.type;
  const described = { blob: file, filename: file.name, content: {} };
  if (!asDocument) {
    if (mimeType === 'image/jpeg' || mimeType === 'image/png')
      return { ...described, type: 'image', takesCaption: true };
    if (mimeType === 'video/mp4' || mimeType === 'video/3gpp')
      return { ...described, type: 'video', takesCaption: true };
    if (mimeType.startsWith('audio/')) return { ...described, type: 'audio', takesCaption: false };
    const jpeg = mimeType.startsWith('image/') ? await convertToJpeg(file) : undefined;
    if (jpeg) {
      const filename = `${file.name.replace(/\.[^.]+$/u, '')}.jpg`;
      return { type: 'image', blob: jpeg, filename, content: {}, takesCaption: true };
    }
  }
  return { ...described, type: 'document', content: { filename: file.name }, takesCaption: true };
}

/** Undefined when this browser cannot read the picture; it then goes out as a document. */
async function convertToJpeg(file: File): Promise<Blob | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  // JPEG knows no transparency, which would turn black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, bitmap.width, bitmap.height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}
