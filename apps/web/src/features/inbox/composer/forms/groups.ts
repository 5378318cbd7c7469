import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** The parts of the menu, in its order. */
export const formGroups = {
  files: msg`Files`,
  places: msg`Places and people`,
  questions: msg`Questions and buttons`,
  shop: msg`Shop`,
  calls: msg`Calls`,
  payments: msg`Payments`,
  group: msg`Group`,
} as const satisfies Record<string, MessageDescriptor>;
export type FormGroup = keyof typeof formGroups;
