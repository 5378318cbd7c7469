import type { Media, MediaContentKind, Problem } from '@renkei/contract';
import { upload } from '@renkei/sdk';
import { useEffect, useRef, useState } from 'react';
import { mediaThumbnailUrl } from '../../../lib/client.ts';
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
  readonly remove: (id: string) => void;
  readonly clear: () => void;
  /** Uploads a refused file again as another kind. */
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
      change(id, { media, progress: 1 });
    } catch (error) {
      change(id, { problem: problemOf(error) });
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
  const remove = (id: string) => {
    uploads.current.get(id)?.abort();
    forgetPreviews(list.filter((item) => item.id === id));
    setList((current) => current.filter((item) => item.id !== id));
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
      remove(id);
      add([file], kind);
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
