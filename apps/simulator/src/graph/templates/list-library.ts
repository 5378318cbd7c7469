import type { LibraryTemplate } from '../../world/templates/library/library-template.ts';
import { libraryTemplates } from '../../world/templates/library/library-templates.ts';
import { page } from '../fields/page.ts';
import { type GraphCall, textParameter } from '../graph-call.ts';

const filters: Readonly<Record<string, (template: LibraryTemplate) => readonly string[]>> = {
  name: ({ name }) => [name],
  topic: ({ topic }) => [topic],
  usecase: ({ usecase }) => [usecase],
  industry: ({ industry }) => industry,
  language: ({ language }) => [language],
};

/** `GET /message_template_library`, also below a WABA: ready-made templates, found by words and kind. */
export function listLibrary(call: GraphCall): unknown {
  const search = textParameter(call, 'search')?.toLowerCase();
  const found = libraryTemplates.filter(
    (template) =>
      Object.entries(filters).every(([name, read]) => {
        const wanted = textParameter(call, name);
        return wanted === undefined || read(template).includes(wanted);
      }) &&
      (search === undefined || `${template.name} ${template.body}`.toLowerCase().includes(search)),
  );
  return page(call, 'message_template_library', found, (template) => template);
}
