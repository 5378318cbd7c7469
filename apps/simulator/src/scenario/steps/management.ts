import { z } from 'zod';
import { callEdge } from '../stage.ts';
import { step } from '../step.ts';

export const createsTemplateStep = step({
  verb: 'business creates template',
  does: {
    en: 'Sends a template to review, as `POST /{waba-id}/message_templates` takes it.',
    ja: 'テンプレートを審査に出します（`POST /{waba-id}/message_templates` の形）。',
  },
  example:
    'business creates template: { name: opening, language: ja, category: UTILITY, components: [{ type: BODY, text: 営業時間は 9 時からです。 }] }',
  schema: z.looseObject({ name: z.string(), language: z.string(), category: z.string() }),
  run: async (stage, template) => {
    await callEdge(stage, `${stage.business.wabaId}/message_templates`, template);
    await stage.control.settle();
  },
});

const syncTypes = { contacts: 'smb_app_state_sync', history: 'history' } as const;

export const syncsStep = step({
  verb: 'business syncs',
  does: {
    en: 'Asks for the contacts or the history of the Business app; each once, within a day.',
    ja: 'Businessアプリの連絡先または履歴を要求します（それぞれ1回、24時間以内）。',
  },
  example: 'business syncs: history',
  schema: z.enum(['contacts', 'history']),
  run: async (stage, what) => {
    const input = { messaging_product: 'whatsapp', sync_type: syncTypes[what] };
    await callEdge(stage, `${stage.business.phoneNumberId}/smb_app_data`, input);
    await stage.control.settle();
  },
});
