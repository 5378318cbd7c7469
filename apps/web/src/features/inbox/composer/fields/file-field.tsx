import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type Media, type MediaContentKind, mediaSchema } from '@renkei/contract';
import { defineField, type Field, type FieldOptions, missing } from './field.ts';
import { FilePicker } from './file-picker.tsx';

interface FileOptions extends FieldOptions {
  readonly kind: MediaContentKind;
  /** What the file dialog offers, where it is not what the kind takes. */
  readonly accept?: string;
  readonly description?: MessageDescriptor;
}

/** A file, uploaded as soon as it is chosen. Undefined until it is there. */
export function fileField(options: FileOptions): Field<Media | undefined> {
  return defineField({
    ...options,
    schema: mediaSchema.nullable().catch(null),
    View: (props) => <FilePicker {...props} {...options} />,
    faultsOf: (media) => (media === null ? [missing(msg`Choose a file`)] : []),
    outputOf: (media) => media ?? undefined,
    filesOf: (media) => (media === null ? [] : [media]),
  });
}
