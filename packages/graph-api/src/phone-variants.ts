/**
 * Every way the same WhatsApp account may be written, the given one first: Meta's `wa_id` and the number people
 * dial differ in three countries. Takes and returns digits only, without `+`. A number elsewhere, or text that is
 * not a number, has one variant: itself.
 *
 * Variants are for comparing. Always answer to exactly the id that came in; never rewrite one.
 * (Meta, "Phone numbers: Brazil, Mexico, Argentina"; prefixes after the national numbering plans.)
 */
export function listPhoneVariants(digits: string): string[] {
  const others = rules.flatMap(({ from, to }) => (from.test(digits) ? [digits.replace(from, to)] : []));
  return [digits, ...others];
}

/** The rules stand in pairs, each undoing its neighbour, so that variants are symmetric. */
const rules: readonly { readonly from: RegExp; readonly to: string }[] = [
  // Brazil put a 9 before mobile numbers in 2012-2016; older accounts keep the eight digits. Those began with 6-9.
  // Eight digits beginning with 2-5 are a landline, whose "variant" would be a stranger's mobile.
  { from: /^(55[1-9]\d)9([6-9]\d{7})$/, to: '$1$2' },
  { from: /^(55[1-9]\d)([6-9]\d{7})$/, to: '$19$2' },
  // Mexico dropped the mobile prefix 1 in 2019; WhatsApp ids mostly keep it.
  { from: /^521([2-9]\d{9})$/, to: '52$1' },
  { from: /^52([2-9]\d{9})$/, to: '521$1' },
  // Argentina: mobiles carry a 9 in international form, often left out when dialled or stored.
  { from: /^549([1-3]\d{9})$/, to: '54$1' },
  { from: /^54([1-3]\d{9})$/, to: '549$1' },
];
