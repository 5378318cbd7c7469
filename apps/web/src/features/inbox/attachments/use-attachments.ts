import type { Media, MediaContentKind, Problem } from '@renkei/contract';
import { upload } from '@renkei/sdk';
import { useEffect, useRef, useState } from 'react';
import { client, mediaThumbnailUrl } from '../../../lib/client.ts';
import { problemOf } from '../../../lib/problem.ts';
import { type FileDraft, readFileDrafts, writeFileDrafts } from '../data/drafts.ts';
import { attachmentKindOf } from './attachment-kind.ts';

export interface Attachment {
  readonly id: string;
  /** Null when it was uploaded before the page was loaded. */
  readonly file: File | null;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly kind: MediaContentKind;
  /** 0 to 1 */
  readonly progress: number;
  readonly media: Media | null;
  /** Address of a picture of it, for images and stickers. */
  readonly previewUrl: string | null;
  readonly problem: Problem | null;
}

export interface Attachments {
  readonly list: readonly Attachment[];
  readonly ready: readonly FileDraft[];
  /** Some file is still on its way. */
  readonly isBusy: boolean;
  readonly add: (files: readonly File[], kind?: MediaContentKind) => void;
  /** Stops its upload if it is still on its way. */
  readonly remove: (attachment: Attachment) => void;
  readonly clear: () => void;
  /** Uploads a file again that was refused or did not arrive, as the same or another kind. */
  readonly sendAs: (attachment: Attachment, kind: MediaContentKind) => void;
}

/**
 * Files that wait in the composer: each is uploaded at once, so that pressing send is quick. What has been uploaded stays
 * with the conversation until it is sent or removed.
 */
export function useAttachments(conversationId: string): Attachments {
  const [list, setList] = useState<readonly Attachment[]>(() =>
    readFileDrafts(conversationId).map(restoreAttachment),
  );
  const uploads = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = uploads.current;
    return () => {
      for (const controller of running.values()) controller.abort();
    };
  }, []);

  useEffect(() => writeFileDrafts(conversationId, readyOf(list)), [conversationId, list]);

  const change = (id: string, changes: Partial<Attachment>) =>
    setList((current) => current.map((item) => (item.id === id ? { ...item, ...changes } : item)));

  const start = async (id: string, file: File, kind: MediaContentKind) => {
    const controller = new AbortController();
    uploads.current.set(id, controller);
    try {
      const media = await upload({
        baseUrl: '',
        kind,
        file,
        fileName: file.name,
        onProgress: (progress) => change(id, { progress }),
        signal: controller.signal,
      });
      change(id, { ...shownOf(media, file.name), media, progress: 1 });
    } catch (error) {
      if (!controller.signal.aborted) change(id, { problem: problemOf(error) });
    } finally {
      uploads.current.delete(id);
    }
  };

  const add = (files: readonly File[], kind?: MediaContentKind) => {
    for (const file of files) {
      const attachment = makeAttachment(file, kind ?? attachmentKindOf(file));
      setList((current) => [...current, attachment]);
      void start(attachment.id, file, attachment.kind);
    }
  };
  const takeOut = (id: string) => {
    uploads.current.get(id)?.abort();
    forgetPreviews(list.filter((item) => item.id === id));
    setList((current) => current.filter((item) => item.id !== id));
  };
  const remove = ({ id, media }: Attachment) => {
    takeOut(id);
    // Where it does not arrive, an unused file is left; nothing that anybody would have to know.
    if (media !== null) client.call('deleteMedia', { params: { mediaId: media.id } }).catch(() => undefined);
  };
  return {
    list,
    ready: readyOf(list),
    isBusy: list.some(({ media, problem }) => media === null && problem === null),
    add,
    remove,
    clear: () => {
      forgetPreviews(list);
      setList([]);
    },
    sendAs: ({ id, file }, kind) => {
      if (file === null) return;
      change(id, { kind, problem: null, progress: 0 });
      void start(id, file, kind);
    },
  };
}

const pictured: readonly MediaContentKind[] = ['image', 'sticker'];

function makeAttachment(file: File, kind: MediaContentKind): Attachment {
  return {
    id: crypto.randomUUID(),
    file,
    fileName: file.name,
    sizeBytes: file.size,
    kind,
    progress: 0,
    media: null,
    previewUrl: pictured.includes(kind) ? URL.createObjectURL(file) : null,
    problem: null,
  };
}

/** What the server has made of it: a HEIC picture, say, is shown by no other browser than Safari. */
function shownOf(media: Media, fileName: string): Pick<Attachment, 'fileName' | 'sizeBytes'> {
  return { fileName: media.fileName ?? fileName, sizeBytes: media.sizeBytes ?? 0 };
}

function restoreAttachment({ kind, media, fileName }: FileDraft): Attachment {
  return {
    id: crypto.randomUUID(),
    file: null,
    fileName,
    sizeBytes: media.sizeBytes ?? 0,
    kind,
    progress: 1,
    media,
    previewUrl: media.hasThumbnail ? mediaThumbnailUrl(media.id) : null,
    problem: null,
  };
}

function readyOf(list: readonly Attachment[]): readonly FileDraft[] {
  return list.flatMap(({ kind, media, fileName }) => (media === null ? [] : [{ kind, media, fileName }]));
}

/** The browser keeps the whole file as long as its address is valid. */
function forgetPreviews(attachments: readonly Attachment[]): void {
  for (const { previewUrl } of attachments) {
    if (previewUrl !== null) URL.revokeObjectURL(previewUrl);
  }
}
