import { expect, test } from 'vitest';
import { sampleEndpointFlow, sampleFlow } from '../../testing/sample-flow.ts';
import { validateFlowJson } from './validate-flow-json.ts';

const faultsOf = (flow: unknown) =>
  validateFlowJson(typeof flow === 'string' ? flow : JSON.stringify(flow)).map(({ error, message }) => [
    error,
    message,
  ]);

test('a good flow has no faults, with an endpoint or without', () => {
  expect(faultsOf(sampleFlow)).toEqual([]);
  expect(faultsOf(sampleEndpointFlow)).toEqual([]);
});

test.each([
  ['broken JSON', '{"version": "7.3",}', 'INVALID_JSON'],
  ['a list', '[]', 'INVALID_PROPERTY_TYPE'],
  ['no screens', { version: '7.3' }, 'MISSING_REQUIRED_PROPERTY'],
  ['an old version', { ...sampleFlow, version: '1.0' }, 'INVALID_PROPERTY_VALUE'],
  ['an unknown key', { ...sampleFlow, colour: 'red' }, 'INVALID_PROPERTY_KEY'],
  ['an endpoint without routes', { ...sampleFlow, data_api_version: '3.0' }, 'MISSING_REQUIRED_PROPERTY'],
  ['a route to nowhere', { ...sampleFlow, routing_model: { PICK: ['X'] } }, 'INVALID_ROUTING_MODEL'],
  ['a route to itself', { ...sampleFlow, routing_model: { PICK: ['PICK'] } }, 'INVALID_ROUTING_MODEL'],
  [
    'two screens of one id',
    { ...sampleFlow, screens: [sampleFlow.screens[1], sampleFlow.screens[1]] },
    'DUPLICATE_SCREEN_ID',
  ],
  [
    'no end',
    { ...sampleFlow, screens: [{ ...sampleFlow.screens[1], terminal: false }] },
    'MISSING_TERMINAL_SCREEN',
  ],
  [
    'a reserved id',
    { ...sampleFlow, screens: [{ ...sampleFlow.screens[1], id: 'SUCCESS' }] },
    'INVALID_PROPERTY_VALUE',
  ],
])('%s is found', (_name, flow, error) => {
  expect(faultsOf(flow)).toContainEqual([error, expect.any(String)]);
});

test('a fault says where it stands, by line, column and path', () => {
  const text = JSON.stringify(sampleFlow, undefined, 2).replace('"TextHeading"', '"Hologram"');
  expect(validateFlowJson(text)).toMatchObject([
    {
      error: 'INVALID_PROPERTY_VALUE',
      line_start: 11,
      column_start: 21,
      pointers: [{ path: 'screens[0].layout.children[0].type' }],
    },
  ]);
});

test('components inside forms and conditions are looked at, too', () => {
  const inner = { type: 'TextInput', label: 'Name' };
  const screen = sampleFlow.screens[1];
  const children = [
    { type: 'Form', name: 'f', children: [{ type: 'Switch', value: '`x`', cases: { a: [inner] } }] },
    ...(screen?.layout.children ?? []),
  ];
  const flow = { ...sampleFlow, screens: [{ ...screen, layout: { type: 'SingleColumnLayout', children } }] };
  expect(faultsOf(flow)).toEqual([
    [
      'MISSING_REQUIRED_PROPERTY',
      'The property "name" is required at "$root/screens[0].layout.children[0].children[0].cases.a[0]".',
    ],
  ]);
});
