import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Fact } from './fact-table.tsx';

/** Meta's field names of an address, in the order in which they are written. */
const fieldLabels: Readonly<Record<string, MessageDescriptor>> = {
  name: msg`Name`,
  phone_number: msg`Telephone`,
  house_number: msg`House number`,
  floor_number: msg`Floor`,
  tower_number: msg`Tower`,
  building_name: msg`Building`,
  address: msg`Address`,
  landmark_area: msg`Landmark`,
  city: msg`City`,
  state: msg`State`,
  in_pin_code: msg`PIN code`,
  sg_post_code: msg`Postcode`,
};

/** The fields that are given, with names to read; fields we do not know keep the provider's. */
export function addressFacts(values: Readonly<Record<string, string>>, i18n: I18n): readonly Fact[] {
  const order = Object.keys(fieldLabels);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(values)
    .toSorted(([left], [right]) => place(left) - place(right))
    .map(([name, value]) => {
      const label = fieldLabels[name];
      return { name: label === undefined ? name : i18n._(label), value };
    });
}
