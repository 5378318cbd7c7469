import type { Template } from '@renkei/contract';
import { expect, test } from 'vitest';
import { fillTemplate } from './fill-template.ts';

function template(bodyText: string, headerText: string | null = null): Template {
  return {
    id: '0190a0a0-0000-7000-8000-000000000003',
    wabaId: '1',
    name: 'order_update',
    language: 'ja',
    category: 'UTILITY',
    status: 'APPROVED',
    headerText,
    bodyText,
    footerText: null,
    buttons: [],
    headerParameterCount: 0,
    bodyParameterCount: 0,
    sendable: true,
  };
}

test('numbered variables take their own number, wherever they stand and however often', () => {
  const filled = fillTemplate(template('{{2}}: {{1}}様、{{1}}様'), { header: [], body: ['田中', 'A-1'] });
  expect(filled.body).toBe('A-1: 田中様、田中様');
});

test('named variables are filled in the order in which they come', () => {
  const filled = fillTemplate(template('{{name}} {{order}}', '{{shop}}'), {
    header: ['青葉堂'],
    body: ['Mika', 'A-1'],
  });
  expect(filled).toMatchObject({ header: '青葉堂', body: 'Mika A-1' });
});

test('what is still empty stays visible as its variable', () => {
  expect(fillTemplate(template('Hello {{1}}, {{2}}'), { header: [], body: ['  ', 'x'] }).body).toBe(
    'Hello {{1}}, x',
  );
});

test('a parameter that looks like a variable is not filled again', () => {
  expect(fillTemplate(template('{{1}} {{2}}'), { header: [], body: ['{{2}}', '$&'] }).body).toBe('{{2}} $&');
});
