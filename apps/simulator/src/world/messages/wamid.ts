/**
 * Builds a message id as Meta does: `wamid.` + base64 of `1C 18 len phone 15 02 00 (11 out | 12 in) 18 len id 00`,
 * where the id is 18 (out) or 20 (in) upper-case hex digits. Clients must treat it as opaque.
 */
export function buildWamid(direction: 'inbound' | 'outbound', waId: string, uniqueHex: string): string {
  const phone = Buffer.from(waId, 'ascii');
  const unique = Buffer.from(uniqueHex, 'ascii');
  const marker = direction === 'outbound' ? 0x11 : 0x12;
  const bytes = Buffer.concat([
    Buffer.from([0x1c, 0x18, phone.length]),
    phone,
    Buffer.from([0x15, 0x02, 0x00, marker, 0x18, unique.length]),
    unique,
    Buffer.from([0x00]),
  ]);
  return `wamid.${bytes.toString('base64')}`;
}

export const wamidHexLength = { outbound: 18, inbound: 20 } as const;
