import type { Media, MediaContentKind, Problem } from '@renkei/contract';
import { upload } from '@renkei/sdk';
import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../../../lib/problem.ts';
import type { ReadyAttachment } from '../composer/compose-messages.ts';
import { attachmentKindOf } from './attachment-kind.ts';

export interface Attachment {
  readonly id: string;
  readonly file: File;
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
  readonly ready: readonly ReadyAttachment[];
  /** Some file is still on its way. */
  readonly isBusy: boolean;
  readonly add: (files: readonly File[], kind?: MediaContentKind) => void;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
  /** Uploads a refused file again as another kind. */
  readonly sendAs: (attachment: Attachment, kind: MediaContentKind) => void;
}

/** Files that wait in the composer: each is uploaded at once, so that pressing send is quick. */
export function useAttachments(): Attachments {
  const [list, setList] = useState<readonly Attachment[]>([]);
  const uploads = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = uploads.current;
    return () => {
      for (const controller of running.values()) controller.abort();
    };
  }, []);

  const change = (id: string, changes: Partial<Attachment>) =>
    setList((current) => current.map((item) => (item.id === id ? { ...item, ...changes } : item)));

  const start = async ({ id, file, kind }: Attachment) => {
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
    const added = files.map((file) => makeAttachment(file, kind ?? attachmentKindOf(file)));
    setList((current) => [...current, ...added]);
    for (const attachment of added) void start(attachment);
  };
  const remove = (id: string) => {
    uploads.current.get(id)?.abort();
    forgetPreviews(list.filter((item) => item.id === id));
    setList((current) => current.filter((item) => item.id !== id));
  };
  return {
    list,
    ready: list.flatMap(({ kind, media, file }) =>
      media === null ? [] : [{ kind, media, fileName: file.name }],
    ),
    isBusy: list.some(({ media, problem }) => media === null && problem === null),
    add,
    remove,
    clear: () => {
      forgetPreviews(list);
      setList([]);
    },
    sendAs: ({ id, file }, kind) => {
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
    kind,
    progress: 0,
    media: null,
    previewUrl: pictured.includes(kind) ? URL.createObjectURL(file) : null,
    problem: null,
  };
}

/** The browser keeps the whole file as long as its address is valid. */
function forgetPreviews(attachments: readonly Attachment[]): void {
  for (const { previewUrl } of attachments) {
    if (previewUrl !== null) URL.revokeObjectURL(previewUrl);
  }
}
