import { type Edges, managementScope } from '../graph-call.ts';
import { archiveTemplates } from './archive-templates.ts';
import { createTemplate } from './create-template.ts';
import { deleteTemplates } from './delete-templates.ts';
import { listLibrary } from './list-library.ts';
import { listTemplates } from './list-templates.ts';
import { migrateTemplates } from './migrate-templates.ts';
import { previewTemplates } from './preview-templates.ts';
import { upsertTemplates } from './upsert-templates.ts';

/** The templates of a WABA. */
export const wabaTemplateEdges: Edges<'waba'> = {
  'GET message_templates': { scope: managementScope, handle: listTemplates },
  'POST message_templates': { scope: managementScope, handle: createTemplate },
  'DELETE message_templates': { scope: managementScope, handle: deleteTemplates },
  'POST message_templates/archive': {
    scope: managementScope,
    handle: (call) => archiveTemplates(call, 'archive'),
  },
  'POST message_templates/unarchive': {
    scope: managementScope,
    handle: (call) => archiveTemplates(call, 'unarchive'),
  },
  'POST upsert_message_templates': { scope: managementScope, handle: upsertTemplates },
  'POST migrate_message_templates': { scope: managementScope, handle: migrateTemplates },
  'GET message_template_previews': { scope: managementScope, handle: previewTemplates },
  'GET message_template_library': { scope: managementScope, handle: listLibrary },
};
