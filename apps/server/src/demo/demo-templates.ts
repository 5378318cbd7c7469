import type { Language } from '@renkei/contract';
import { demoFlowScreen } from './demo-flow.ts';

const words = {
  ja: {
    invitation: 'こんにちは、{{1}}様。来月の焙煎教室の受付を始めました。こちらからお申し込みいただけます。',
    book: '申し込む',
    news: 'こんにちは、{{1}}様。新しい豆がそろいました。カタログをご覧ください。',
    catalog: 'カタログを見る',
    example: '佐藤',
  },
  en: {
    invitation: 'Hello {{1}}, the next roasting class is open for booking. Choose your day here.',
    book: 'Book a place',
    news: 'Hello {{1}}, the new harvest is on our shelf. Have a look.',
    catalog: 'View catalog',
    example: 'Amara',
  },
} as const satisfies Readonly<Record<Language, unknown>>;

/** Beside the templates every simulated account has: one that opens the Flow, and one that opens the catalog. */
export function makeDemoTemplates(language: Language, flowId: string) {
  const { invitation, book, news, catalog, example } = words[language];
  const body = (text: string) => ({ type: 'BODY', text, example: { body_text: [[example]] } });
  return [
    {
      name: 'roasting_class_invitation',
      language,
      category: 'MARKETING',
      components: [
        body(invitation),
        {
          type: 'BUTTONS',
          buttons: [
            {
              type: 'FLOW',
              text: book,
              flow_id: flowId,
              flow_action: 'navigate',
              navigate_screen: demoFlowScreen,
            },
          ],
        },
      ],
    },
    {
      name: 'new_harvest',
      language,
      category: 'MARKETING',
      components: [body(news), { type: 'BUTTONS', buttons: [{ type: 'CATALOG', text: catalog }] }],
    },
  ];
}
