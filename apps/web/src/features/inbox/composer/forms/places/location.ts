import { msg } from '@lingui/core/macro';
import { positionField } from '../../fields/position-field.tsx';
import { optionalTextField } from '../../fields/text-field.tsx';
import { defineForm } from '../form.ts';

/** Source: the contract; Meta names no limit. */
const placeLength = 1000;

export const locationForm = defineForm({
  kind: 'location',
  group: 'places',
  hint: msg`A place on the map`,
  fields: {
    position: positionField(),
    name: optionalTextField({ label: msg`Name of the place`, limit: placeLength }),
    address: optionalTextField({ label: msg`Address`, limit: placeLength }),
  },
  toContent: ({ position, ...values }) => ({ kind: 'location', ...position, ...values }),
});
