import type { Language } from '@renkei/contract';

/** By this name the composer finds it. */
export const demoFlowName = 'roasting_class';
export const demoFlowScreen = 'CLASS';

const words = {
  ja: {
    title: '焙煎教室',
    heading: '焙煎教室のお申し込み',
    name: 'お名前',
    date: 'ご希望日',
    places: '人数',
    level: '経験',
    levels: ['はじめて', '家で焙煎したことがある'],
    reminder: '前日にお知らせを受け取る',
    book: '申し込む',
  },
  en: {
    title: 'Roasting class',
    heading: 'Book a place in the class',
    name: 'Your name',
    date: 'Day',
    places: 'Places',
    level: 'Experience',
    levels: ['None yet', 'I roast at home'],
    reminder: 'Remind me on the day before',
    book: 'Book',
  },
} as const satisfies Readonly<Record<Language, unknown>>;

/** A booking form of one screen, which needs no endpoint (Meta: Flow JSON 7.3). */
export function makeDemoFlow(language: Language) {
  const { title, heading, name, date, places, level, levels, reminder, book } = words[language];
  const [first = '', second = ''] = levels;
  return {
    version: '7.3',
    screens: [
      {
        id: demoFlowScreen,
        title,
        terminal: true,
        success: true,
        layout: {
          type: 'SingleColumnLayout',
          children: [
            { type: 'TextHeading', text: heading },
            { type: 'TextInput', name: 'name', label: name, required: true },
            { type: 'DatePicker', name: 'date', label: date, required: true },
            {
              type: 'Dropdown',
              name: 'places',
              label: places,
              required: true,
              'data-source': ['1', '2', '3', '4'].map((id) => ({ id, title: id })),
            },
            {
              type: 'RadioButtonsGroup',
              name: 'experience',
              label: level,
              required: true,
              'data-source': [
                { id: first, title: first },
                { id: second, title: second },
              ],
            },
            { type: 'OptIn', name: 'reminder', label: reminder },
            {
              type: 'Footer',
              label: book,
              'on-click-action': { name: 'complete', payload: answersOfForm() },
            },
          ],
        },
      },
    ],
  };
}

/** What comes back: every field under its own name. */
function answersOfForm(): Readonly<Record<string, string>> {
  const names = ['name', 'date', 'places', 'experience', 'reminder'];
  return Object.fromEntries(names.map((field) => [field, `\${form.${field}}`]));
}
