/** What a file is by its bytes; nothing it says of itself elsewhere counts. */
export interface FileFacts {
  /** `application/octet-stream` when the bytes are of no kind we know. */
  readonly mimeType: string;
  /** As shown: turned as the camera meant it. */
  readonly width: number | null;
  readonly height: number | null;
  readonly durationMs: number | null;
  readonly image: ImageFacts | null;
  readonly sound: SoundFacts | null;
  readonly picture: PictureFacts | null;
}

export interface ImageFacts {
  readonly animated: boolean;
  /** The camera was held otherwise than the pixels lie. */
  readonly turned: boolean;
  /** Says where, when or with what it was taken. */
  readonly hasMetadata: boolean;
  /** Eight bits each of red, green and blue, perhaps with transparency: what WhatsApp takes. */
  readonly isPlainColour: boolean;
}

/** The sound of an audio or video file. */
export interface SoundFacts {
  /** `opus`, `aac`, `mp3`, `vorbis`, …; null when it is none we know. */
  readonly codec: string | null;
  readonly channels: number | null;
  readonly tracks: number;
}

/** The moving picture of a video file. */
export interface PictureFacts {
  /** `avc` is H.264, `hevc` is H.265; null when it is none we know. */
  readonly codec: string | null;
  readonly hasPlace: boolean;
}

export const nothingKnown: Omit<FileFacts, 'mimeType'> = {
  width: null,
  height: null,
  durationMs: null,
  image: null,
  sound: null,
  picture: null,
};
