/** What a licence lets us do with it, and the few packages that need a word. */

/** Licences that ask for a notice at most. */
const permissive = new Set(
  [
    'MIT',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'ISC',
    '0BSD',
    'BlueOak-1.0.0',
    'Unlicense',
    'CC0-1.0',
    'Zlib',
  ].map((name) => name.toLowerCase()),
);

/** Pattern of the package's name → the licence it may have besides, and why that is in order. */
export const exceptions: readonly {
  readonly name: RegExp;
  readonly licence: string;
  readonly reason: string;
}[] = [
  {
    name: /^@img\/sharp-(libvips-.+|wasm32|win32-.+)$/,
    licence: 'LGPL-3.0-or-later',
    reason: 'libvips: a library of its own, loaded at run time, unchanged and replaceable by its users',
  },
  {
    name: /^libheif-js$/,
    licence: 'LGPL-3.0',
    reason: 'a library of its own, loaded at run time, unchanged and replaceable by its users',
  },
  {
    name: /^@fontsource-variable\//,
    licence: 'OFL-1.1',
    reason: 'fonts, served unchanged under their names',
  },
  {
    name: /^mediabunny$/,
    licence: 'MPL-2.0',
    reason: 'used unchanged; its own files stay under the MPL, ours do not',
  },
  {
    name: /^caniuse-lite$/,
    licence: 'CC-BY-4.0',
    reason: 'data for the build, not part of what is served; credited here',
  },
];

/** Libraries that speak WhatsApp's private protocol: against Meta's terms, the number is lost. Never here. */
export const unofficial =
  /(^|[/-])(baileys|whatsapp-web|wwebjs|venom-bot|wppconnect|open-wa|wa-automate|yowsup|whatsmeow)/;

/** A licence expression is in order if one side of an OR and every part of an AND is. */
export function isAllowed(name: string, licence: string | undefined): boolean {
  if (licence === undefined) return false;
  const expression = licence.replace(/[()]/g, '');
  return expression
    .split(/\s+OR\s+/i)
    .some((choice) => choice.split(/\s+AND\s+/i).every((part) => isPartAllowed(name, part.trim())));
}

function isPartAllowed(name: string, licence: string): boolean {
  if (permissive.has(licence.toLowerCase())) return true;
  return exceptions.some((exception) => exception.name.test(name) && exception.licence === licence);
}
