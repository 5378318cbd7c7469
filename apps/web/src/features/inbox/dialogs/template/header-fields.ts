import { msg } from '@lingui/core/macro';
import { contentLimits, type MediaContentKind, type Template, type TemplateHeader } from '@renkei/contract';
import { type Field, mapField } from '../../composer/fields/field.ts';
import { fileField } from '../../composer/fields/file-field.tsx';
import { groupField } from '../../composer/fields/group-field.tsx';
import { positionField } from '../../composer/fields/position-field.tsx';
import { optionalTextField, textField } from '../../composer/fields/text-field.tsx';
import { catalogIdField, productIdField } from '../../composer/forms/shop/catalog-fields.ts';

type HeaderDefinition = NonNullable<Template['header']>;
type HeaderField = Field<TemplateHeader | undefined>;
type FileFormat = 'image' | 'video' | 'document' | 'gif';

/** What must be given for the top of a template or of one of its cards; null: nothing. */
export function headerFieldOf(header: HeaderDefinition | null): HeaderField | null {
  if (header === null) return null;
  return header.format === 'text' ? variableField(header.variables[0]) : fieldsByFormat[header.format]();
}

function variableField(variable: string | undefined): HeaderField | null {
  if (variable === undefined) return null;
  return mapField(
    textField({ label: msg`Header variable ${variable}`, limit: contentLimits.headerText }),
    (text): TemplateHeader => ({ type: 'text', text }),
  );
}

const fieldsByFormat: Readonly<Record<Exclude<HeaderDefinition['format'], 'text'>, () => HeaderField>> = {
  image: () => fileHeader('image', 'image'),
  video: () => fileHeader('video', 'video'),
  document: () => fileHeader('document', 'document'),
  gif: () => fileHeader('gif', 'video', 'video/mp4'),
  location: () =>
    mapField(
      groupField({
        position: positionField(),
        name: optionalTextField({ label: msg`Name of the place` }),
        address: optionalTextField({ label: msg`Address` }),
      }),
      ({ position, ...rest }) => ({ type: 'location', ...position, ...rest }),
    ),
  product: () =>
    mapField(groupField({ productId: productIdField(), catalogId: catalogIdField() }), (values) => ({
      type: 'product',
      ...values,
    })),
};

const fileLabels = {
  image: msg`Image at the top`,
  video: msg`Video at the top`,
  document: msg`Document at the top`,
  gif: msg`GIF at the top`,
} as const;

function fileHeader(type: FileFormat, kind: MediaContentKind, accept?: string): HeaderField {
  const file = fileField({
    label: fileLabels[type],
    kind,
    ...(accept === undefined ? {} : { accept, description: msg`A silent MP4 up to 3.5 MB` }),
  });
  return mapField(file, (media): TemplateHeader | undefined => {
    if (media === undefined) return undefined;
    const { id: mediaId, fileName } = media;
    return type === 'document' && fileName !== null ? { type, mediaId, fileName } : { type, mediaId };
  });
}
