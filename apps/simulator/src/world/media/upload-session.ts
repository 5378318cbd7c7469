/** A resumable upload of an app (Graph: Resumable Upload API). Its bytes wait beside the media until it is whole. */
export interface UploadSession {
  /** `upload:…`, without the signature. */
  readonly id: string;
  readonly signature: string;
  readonly appId: string;
  readonly fileName?: string | undefined;
  readonly fileType: string;
  readonly fileLength: number;
  readonly createdAt: number;
  /** The handle once every byte has come. */
  readonly handle?: string | undefined;
}

/** What a handle `h` stands for: a header of a template, a profile picture. */
export interface UploadedHandle {
  readonly handle: string;
  readonly appId: string;
  readonly sha256: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly fileName?: string | undefined;
  readonly createdAt: number;
}
