import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { MediaContentKind } from '@renkei/contract';
import { contentKindInfo } from '../../content/kind-info.ts';
import type { Form } from '../forms/form.ts';
import type { FormGroup } from '../forms/groups.ts';
import { forms } from '../forms/registry.ts';

interface EntryText {
  readonly group: FormGroup;
  readonly icon: (typeof contentKindInfo)[keyof typeof contentKindInfo]['icon'];
  readonly label: MessageDescriptor;
  readonly hint: MessageDescriptor;
}

/** A line of the menu: a file to choose, or a form to fill in. */
export type InsertEntry = EntryText &
  (
    | { readonly kind: MediaContentKind; readonly form: null }
    | { readonly kind: Form['kind']; readonly form: Form }
  );

const fileHints = {
  image: msg`JPEG or PNG, up to 5 MB`,
  video: msg`MP4 or 3GP, up to 16 MB`,
  document: msg`PDF, Word, Excel and others, up to 100 MB`,
  audio: msg`MP3, AAC, M4A, AMR or Ogg, up to 16 MB`,
  sticker: msg`WebP, 512 × 512 pixels`,
} as const satisfies Record<MediaContentKind, MessageDescriptor>;

const fileKinds = ['image', 'video', 'document', 'audio', 'sticker'] as const;

export const insertEntries: readonly InsertEntry[] = [
  ...fileKinds.map((kind) => ({
    ...contentKindInfo[kind],
    kind,
    group: 'files' as const,
    hint: fileHints[kind],
    form: null,
  })),
  ...forms.map((form) => ({
    ...contentKindInfo[form.kind],
    kind: form.kind,
    group: form.group,
    hint: form.hint,
    form,
  })),
];
