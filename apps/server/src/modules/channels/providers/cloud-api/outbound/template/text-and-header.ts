import type { TemplateHeader, TemplateParameter } from '@renkei/contract';
import type { ProviderReferences } from '../../../../port.ts';
import { toWireProduct } from '../commerce/products.ts';
import { toWireFile } from '../interactive/parts.ts';
import { given, givenText } from '../outbound.ts';
import type { TemplatePart } from './part.ts';

/** `name`: of the header's variable, in templates that name them. */
export function headerPart(
  header: TemplateHeader,
  path: string,
  references: ProviderReferences,
  name?: string,
): TemplatePart {
  return {
    wire: {
      type: 'header',
      parameters: [{ ...toWireHeader(header, references), ...given('parameter_name', name) }],
    },
    path,
    fields: {
      'parameters[0]': path,
      [`parameters[0].${header.type}`]: 'mediaId' in header ? `${path}.mediaId` : path,
      'parameters[0].text': `${path}.text`,
      'parameters[0].document.filename': `${path}.fileName`,
      'parameters[0].product.catalog_id': `${path}.catalogId`,
      'parameters[0].product.product_retailer_id': `${path}.productId`,
    },
  };
}

/** None when the text has no variables. `names`: of the variables, in the order of the values. */
export function bodyPart(
  values: readonly TemplateParameter[],
  path: string,
  names: readonly string[] = [],
  pathOf = (index: number) => `${path}[${index}]`,
): readonly TemplatePart[] {
  if (values.length === 0) return [];
  const parameters = values.map((value, index) => ({
    ...toWireParameter(value),
    ...given('parameter_name', names[index]),
  }));
  const fields = values.flatMap((value, index) => {
    const ours = pathOf(index);
    const wire = `parameters[${index}]`;
    return [
      [wire, ours],
      [`${wire}.text`, ours],
      ...(typeof value === 'string'
        ? []
        : [[`${wire}.${wireTypes[value.type]}.fallback_value`, `${ours}.shown`]]),
      [`${wire}.currency.code`, `${ours}.currency`],
      [`${wire}.currency.amount_1000`, `${ours}.amountMicros`],
      [`${wire}.group_id`, `${ours}.groupId`],
    ];
  });
  return [{ wire: { type: 'body', parameters }, path, fields: Object.fromEntries(fields) }];
}

function toWireHeader(header: TemplateHeader, references: ProviderReferences) {
  if (header.type === 'text') return { type: 'text', text: header.text };
  if (header.type === 'product') return { type: 'product', product: toWireProduct(header) };
  if (header.type === 'location') {
    const { latitude, longitude, name, address } = header;
    const place = { latitude, longitude, ...givenText('name', name), ...givenText('address', address) };
    return { type: 'location', location: place };
  }
  return { type: header.type, [header.type]: toWireFile(header, references) };
}

const wireTypes = { currency: 'currency', date_time: 'date_time', group: 'group_id' } as const;
const microsPerThousandth = 1_000;

/** Cloud API always shows the fallback; the value beside it is what other clients may format. */
function toWireParameter(value: TemplateParameter) {
  if (typeof value === 'string') return { type: 'text', text: value };
  if (value.type === 'group') return { type: 'group_id', group_id: value.groupId };
  if (value.type === 'date_time') return { type: 'date_time', date_time: { fallback_value: value.shown } };
  const { shown, currency, amountMicros } = value;
  return {
    type: 'currency',
    currency: {
      fallback_value: shown,
      code: currency,
      amount_1000: Math.round(amountMicros / microsPerThousandth),
    },
  };
}
