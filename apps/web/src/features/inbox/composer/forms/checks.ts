import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** For addresses that a phone will open. */
export function checkWebAddress(text: string): MessageDescriptor | null {
  const isWeb = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  return isWeb ? null : msg`A web address that begins with https://`;
}

export function checkPhoneNumber(text: string): MessageDescriptor | null {
  return text.replaceAll(/\D/g, '').length < 5 ? msg`A telephone number with country code` : null;
}

/** The places of all that stand in a list a second time. */
export function repeatedPlaces(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (value !== '' && values.indexOf(value) < index ? [index] : []));
}
