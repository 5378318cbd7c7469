import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { type Fault, wrong } from '../../fields/field.ts';
import { groupField } from '../../fields/group-field.tsx';
import { linesField } from '../../fields/lines-field.tsx';
import { listField } from '../../fields/list-field.tsx';
import { optionalTextField, textField } from '../../fields/text-field.tsx';

export function catalogIdField() {
  return textField({
    label: msg`Catalog ID`,
    description: msg`Shown in Meta's Commerce Manager`,
    placeholder: '194836987003835',
  });
}

export function productIdField() {
  return textField({ label: msg`Product ID`, description: msg`Your own number of the product (SKU)` });
}

export function optionalThumbnailField() {
  return optionalTextField({
    label: msg`Product whose picture is shown`,
    description: msg`Your own number of the product (SKU)`,
  });
}

export function productIdsField(limits: { readonly min: number; readonly max: number }) {
  return linesField({
    label: msg`Product IDs`,
    description: msg`Your own numbers of the products (SKU), one a line`,
    ...limits,
  });
}

/** Products under headings. */
export function productSectionsField() {
  return listField({
    label: msg`Sections`,
    itemLabel: msg`Section`,
    add: msg`Add a section`,
    min: 1,
    max: contentLimits.productSections,
    of: groupField({
      title: optionalTextField({ label: msg`Heading`, limit: contentLimits.productSectionTitle }),
      productIds: productIdsField({ min: 1, max: contentLimits.products }),
    }),
  });
}

interface Section {
  readonly title: string | undefined;
  readonly productIds: readonly string[];
}

export function sectionFaults(sections: readonly Section[], path: string): readonly Fault[] {
  const limit = contentLimits.products;
  const count = sections.flatMap(({ productIds }) => productIds).length;
  return [
    ...(count > limit
      ? [wrong(msg`At most ${limit} products in all sections together; now ${count}`, path)]
      : []),
    ...sections.flatMap(({ title }, place) =>
      title === undefined && sections.length > 1
        ? [wrong(msg`With several sections each needs a heading`, `${path}.${place}.title`)]
        : [],
    ),
  ];
}
