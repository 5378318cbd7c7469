/**
 * Fails when a string of the screens has no Japanese, or when the catalogs no longer hold the strings of the sources.
 * Run by `npm run check:catalogs`.
 */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { formatter } from '@lingui/format-po';

const here = fileURLToPath(new URL('.', import.meta.url));
const format = formatter({ lineNumbers: false });

const before = await readCatalogs();
execFileSync('lingui', ['extract', '--clean'], {
  cwd: here,
  stdio: 'pipe',
  shell: process.platform === 'win32',
});
const after = await readCatalogs();

const complaints = [
  ...missingTranslations(after.ja),
  ...Object.keys(before)
    .filter((locale) => ids(before[locale]) !== ids(after[locale]))
    .map(
      (locale) => `${locale}: not the strings of the sources; extracted again, please translate and commit`,
    ),
];
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exit(1);
console.log(`catalogs complete: ${Object.keys(after.ja).length} strings in English and Japanese`);

async function readCatalogs() {
  const read = async (locale) => {
    const filename = `${here}src/locales/${locale}.po`;
    const text = await readFile(filename, 'utf8');
    return format.parse(text, { locale, sourceLocale: 'en', filename });
  };
  return { en: await read('en'), ja: await read('ja') };
}

function missingTranslations(catalog) {
  return Object.values(catalog)
    .filter(({ translation }) => !translation)
    .map(({ message }) => `ja: missing “${message}”`);
}

function ids(catalog) {
  return Object.keys(catalog).sort().join('\n');
}
