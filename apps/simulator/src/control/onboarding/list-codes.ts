import type { World } from '../../world/world.ts';

/** A code somebody has to type: sent to a number by message or call, or shown in a Business app to connect it. */
export interface ShownCode {
  readonly purpose: 'verify-number' | 'connect-business-app';
  readonly displayPhoneNumber: string;
  readonly digits: string;
  readonly code: string;
  readonly phoneNumberId?: string;
  readonly method?: 'SMS' | 'VOICE';
}

/** `GET /control/codes`: everything that waits to be typed. */
export function listCodes({
  registrations,
  phoneNumbers,
  preverifiedNumbers,
  businessApps,
}: World): ShownCode[] {
  const sent = [...registrations.values()].flatMap(({ phoneNumberId, code }): ShownCode[] => {
    const number = phoneNumbers.get(phoneNumberId) ?? preverifiedNumbers.get(phoneNumberId);
    if (!code || !number) return [];
    const { displayPhoneNumber, digits } = number;
    const { method } = code;
    return [{ purpose: 'verify-number', displayPhoneNumber, digits, code: code.code, phoneNumberId, method }];
  });
  const shown = [...businessApps.values()].flatMap(({ displayPhoneNumber, digits, linkCode }): ShownCode[] =>
    linkCode === undefined
      ? []
      : [{ purpose: 'connect-business-app', displayPhoneNumber, digits, code: linkCode }],
  );
  return [...sent, ...shown];
}
