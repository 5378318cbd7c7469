import { exceptions } from '../check/supply/licence-rules.ts';
import type { LockedPackage } from '../check/supply/production-packages.ts';

/** docs/licences.md: what runs in production, by licence; the notes for those that ask for more than a notice. */
export function createLicenceList(packages: readonly LockedPackage[]): string {
  const byLicence = Map.groupBy(packages, ({ licence }) => licence ?? 'unknown');
  const rows = [...byLicence]
    .toSorted(([a, left], [b, right]) => right.length - left.length || a.localeCompare(b))
    .map(
      ([licence, of]) =>
        `| ${licence} | ${of.length} | ${of.map(({ name, version }) => `${name} ${version}`).join(', ')} |`,
    );
  return `<!-- Generated from package-lock.json by \`npm run gen\`. Do not edit. -->
# Licences

Renkei is under Apache-2.0. These ${packages.length} packages run in production on one system or another, with the licences
they declare; \`npm run check -- licences\` refuses others and every library that speaks WhatsApp's private protocol.

Of note:

${exceptions.map(({ name, licence, reason }) => `- \`${name.source.replaceAll('\\', '')}\`: ${licence}: ${reason}.`).join('\n')}

| licence | packages | which |
| --- | --- | --- |
${rows.join('\n')}
`;
}
