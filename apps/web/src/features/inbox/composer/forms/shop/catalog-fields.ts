import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { type Fault, wrong } from '../../fields/field.ts';
import { groupField } from '../../fields/group-field.tsx';
import { listField } from '../../fields/list-field.tsx';
import { optionalTextField } from '../../fields/text-field.tsx';
import { catalogField } from '../../pickers/catalog-field.tsx';
import { optionalProductField, productField } from '../../pickers/product-field.tsx';
import { productsField } from '../../pickers/products-field.tsx';

export const catalogIdField = catalogField;

export function productIdField() {
  return productField(msg`Product ID`);
}

export function optionalThumbnailField() {
  return optionalProductField(msg`Product whose picture is shown`);
}

export function productIdsField(limits: { readonly min: number; readonly max: number }) {
  return productsField({ label: msg`Products`, ...limits });
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
