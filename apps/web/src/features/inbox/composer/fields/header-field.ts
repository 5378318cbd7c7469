import { msg } from '@lingui/core/macro';
import { contentLimits, type Header, type Media, type MediaContentKind } from '@renkei/contract';
import { type Field, mapField } from './field.ts';
import { fileField } from './file-field.tsx';
import { optionalTextField, textField } from './text-field.tsx';
import { variantField } from './variant-field.tsx';

/** What may stand above the text: a line, a picture, a film or a document. Without a file yet: nothing. */
export function headerField(): Field<Header | undefined> {
  return variantField<Header | undefined>({
    label: msg`Header`,
    variants: {
      none: { label: msg`None`, field: null },
      text: { label: msg`Text`, field: lineHeader() },
      image: { label: msg`Image`, field: mediaHeader('image') },
      video: { label: msg`Video`, field: mediaHeader('video') },
      document: { label: msg`Document`, field: mediaHeader('document') },
    },
  });
}

/** A line of text; none yet: nothing. */
export function lineHeader(): Field<Extract<Header, { type: 'text' }> | undefined> {
  return mapField(textHeaderField(), (text) => (text === '' ? undefined : { type: 'text', text }));
}

/** Where the header can only be a line of text. */
export function textOnlyHeaderField(): Field<Header | undefined> {
  const text = optionalTextField({ label: msg`Header`, limit: contentLimits.headerText });
  return mapField(text, (line) => (line === undefined ? undefined : { type: 'text', text: line }));
}

export function footerField(): Field<string | undefined> {
  return optionalTextField({ label: msg`Footer`, limit: contentLimits.footer });
}

export function bodyField(limit: number = contentLimits.interactiveBody): Field<string> {
  return textField({ label: msg`Text`, limit, lines: 3 });
}

export function optionalBodyField(): Field<string | undefined> {
  return optionalTextField({ label: msg`Text`, limit: contentLimits.interactiveBody, lines: 2 });
}

function textHeaderField(): Field<string> {
  return textField({ label: msg`Header text`, limit: contentLimits.headerText });
}

type FileHeader = 'image' | 'video' | 'document';

export function mediaHeader<Type extends FileHeader>(type: Type): Field<FileHeaderOf<Type> | undefined> {
  return mapField(fileField({ label: fileLabels[type], kind: type satisfies MediaContentKind }), (media) =>
    media === undefined ? undefined : headerOf(type, media),
  );
}

interface FileHeaderOf<Type> {
  readonly type: Type;
  readonly mediaId: string;
  readonly fileName?: string | undefined;
}

function headerOf<Type extends FileHeader>(type: Type, media: Media): FileHeaderOf<Type> {
  const isNamed = type === 'document' && media.fileName !== null;
  return { type, mediaId: media.id, ...(isNamed ? { fileName: media.fileName ?? undefined } : {}) };
}

const fileLabels = {
  image: msg`Image`,
  video: msg`Video`,
  document: msg`Document`,
} as const;
