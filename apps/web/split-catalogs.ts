import { join, relative } from 'node:path';
import { createCompiledCatalog, getCatalogForFile, getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import type { Plugin } from 'vite';
import { firstChunks } from './first-load.ts';

/** What the first page does without: its sentences come with it (loadLaterWords in src/lib/i18n.ts). */
const laterPaths = [
  'src/app/appearance-items.tsx',
  'src/app/help-overlay.tsx',
  'src/app/jump-dialog.tsx',
  'src/app/member-menu.tsx',
  'src/features/inbox/content/commerce/',
  'src/features/inbox/content/events/',
  'src/features/inbox/content/interactive/',
  'src/features/inbox/content/parts/',
  'src/features/inbox/content/replies/',
  'src/features/inbox/content/shared/',
  'src/features/inbox/content/template/',
  'src/features/inbox/composer/fields/',
  'src/features/inbox/composer/forms/',
  'src/features/inbox/attachments/attachment-list.tsx',
  'src/features/inbox/dialogs/',
  'src/features/inbox/thread/message/earlier-versions.tsx',
  'src/features/inbox/thread/message/message-menu.tsx',
  'src/features/inbox/thread/message/message-waiting.tsx',
  'src/features/inbox/composer/insert/insert-entries.ts',
  'src/features/inbox/composer/insert/insert-menu.tsx',
  'src/lib/hold-titles.ts',
  'src/features/inbox/panel/contact-',
  'src/features/inbox/panel/conversation-form.tsx',
  'src/features/inbox/panel/identities.tsx',
  'src/features/account-events/',
  'src/features/health/',
  'src/features/hooks/',
  'src/features/members/',
  'src/features/settings/',
] as const;

/**
 * One catalog for those who translate, two for those who read: `ja.po?first` has the sentences that the first page may
 * show, `ja.po?later` those found under the paths above and nowhere else.
 */
export function splitCatalogs(here: string): Plugin {
  const config = getConfig({ cwd: here });
  /** The sentences of a catalog, and the files in which each is found. */
  const read = async (path: string) => {
    const found = getCatalogForFile(relative(here, path), await getCatalogs(config));
    if (!found) throw new Error(`${path} is no catalog`);
    const { locale, catalog } = found;
    const { fallbackLocales, sourceLocale } = config;
    const { messages } = await catalog.getTranslations(locale, { fallbackLocales, sourceLocale });
    const entries = (await catalog.read(locale)) ?? {};
    const filesOf = (key: string) => (entries[key]?.origin ?? []).map(([file]) => file);
    return {
      locale,
      sentences: Object.entries(messages).map(([key, text]) => ({ key, text, files: filesOf(key) })),
    };
  };
  return {
    name: 'renkei-split-catalogs',
    transform: {
      filter: { id: /\.po\?(first|later)$/ },
      async handler(_, id) {
        const [path = '', part] = id.split('?');
        this.addWatchFile(path);
        const { locale, sentences } = await read(path);
        const chosen = sentences.filter(({ files }) => files.every(isLater) === (part === 'later'));
        const messages = Object.fromEntries(chosen.map(({ key, text }) => [key, text]));
        const { source } = createCompiledCatalog(locale, messages, { namespace: 'es' });
        return { code: source, map: null, moduleType: 'js' };
      },
    },
    /** A later sentence on the first page would be shown by its key. */
    async generateBundle(_, bundle) {
      const { sentences } = await read(join(here, 'src/locales/en.po'));
      const speaking = new Set(sentences.flatMap(({ files }) => files).filter(isLater));
      const first = firstChunks(bundle)
        .flatMap(({ moduleIds }) => moduleIds)
        .map((id) => relative(here, id));
      for (const file of first.filter((id) => speaking.has(id))) {
        this.error(`${file} comes with the first page, but its sentences come later`);
      }
    },
  };
}

function isLater(file: string): boolean {
  return laterPaths.some((path) => file.startsWith(path));
}
