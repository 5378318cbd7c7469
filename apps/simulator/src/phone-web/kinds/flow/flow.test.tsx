// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ChatContext } from '../../chat/chat-context.ts';
import { en } from '../../i18n/en.ts';
import { createChatContext, createMessage } from '../../testing/chat-context.ts';
import { kindOf } from '../registry.ts';
import { type FlowScope, holds, resolve } from './resolve.ts';

afterEach(cleanup);

const scope: FlowScope = {
  data: { who: 'Amara', seats: '2', tags: ['a', 'b'] },
  form: { terms: true, name: '' },
  screens: { FIRST: { data: {}, form: { date: '2026-12-01' } } },
};

test.each([
  ['${data.who}', 'Amara'],
  ['${data.tags}', ['a', 'b']],
  ['Hello ${data.who}, ${screen.FIRST.form.date}', 'Hello Amara, 2026-12-01'],
  [{ deep: ['${form.terms}'] }, { deep: [true] }],
  ['${data.nothing}', undefined],
  ['plain', 'plain'],
])('%j is filled in', (value, expected) => {
  expect(resolve(value, scope)).toEqual(expected);
});

test.each([
  ["${data.seats} == '2'", true],
  ["${data.seats} != '2'", false],
  ["(${data.seats} == '3') || ${form.terms}", true],
  ["${form.terms} && ${data.who} == 'Jo'", false],
  ['!${form.name}', true],
])('the condition %s holds: %s', (condition, expected) => {
  expect(holds(condition, scope)).toBe(expected);
});

const flow = {
  screens: [
    {
      id: 'FIRST',
      title: 'Booking',
      layout: {
        children: [
          { type: 'TextHeading', text: 'Book a table' },
          { type: 'TextInput', name: 'name', label: 'Name', required: true },
          { type: 'Hologram' },
          {
            type: 'Footer',
            label: 'Next',
            'on-click-action': {
              name: 'navigate',
              next: { type: 'screen', name: 'LAST' },
              payload: { who: '${form.name}' },
            },
          },
        ],
      },
    },
    {
      id: 'LAST',
      title: 'Confirm',
      terminal: true,
      data: { who: { type: 'string', __example__: 'Somebody' } },
      layout: {
        children: [
          { type: 'TextBody', text: 'Thank you, ${data.who}' },
          {
            type: 'Footer',
            label: 'Send',
            'on-click-action': { name: 'complete', payload: { name: '${screen.FIRST.form.name}' } },
          },
        ],
      },
    },
  ],
};

test('a form is filled in screen by screen, and its answers are those of its JSON', async () => {
  const { send } = show({ '/flows/9144': flow });
  fireEvent.click(await screen.findByText('Book'));
  fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'Amara' } });
  expect(screen.getByText(en.flow.unknown('Hologram'))).toBeDefined();
  fireEvent.click(screen.getByText('Next'));
  expect(await screen.findByText('Thank you, Amara')).toBeDefined();
  fireEvent.click(screen.getByText('Send'));
  expect(send.mock.calls[0]?.[0].request).toEqual({
    type: 'flow_reply',
    content: { messageId: 'wamid.1', response: { name: 'Amara' } },
  });
});

test('with an endpoint the first screen and its data come from there', async () => {
  const answers = {
    '/flows/9144': flow,
    '/flow-exchange': { screen: 'LAST', data: { who: 'the endpoint' } },
  };
  show(answers, { flow_action: 'data_exchange' });
  fireEvent.click(await screen.findByText('Book'));
  expect(await screen.findByText('Thank you, the endpoint')).toBeDefined();
});

test('a form that cannot be loaded says so', async () => {
  show({});
  fireEvent.click(await screen.findByText('Book'));
  expect(await screen.findByRole('alert')).toBeDefined();
});

function show(answers: Readonly<Record<string, unknown>>, parameters: object = {}) {
  const action = { parameters: { flow_id: '9144', flow_cta: 'Book', ...parameters } };
  const message = createMessage('interactive', { type: 'flow', body: { text: 'Hi' }, action });
  const { context, ...deeds } = createChatContext([message], answers);
  const { View } = kindOf(message);
  render(
    <ChatContext value={context}>
      <View message={message} />
    </ChatContext>,
  );
  return deeds;
}
