import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { messagesBody, textMessage } from '../../../test/webhook-bodies.ts';
import { laneOf, wholeWorkspace } from './lanes.ts';

const endpointId = randomUUID();
const message = (text: string) => textMessage({ waId: '819000000001' }, 'wamid.1', 1_700_000_000, text);
const bodyOf = (number: string, text = 'hello') =>
  Buffer.from(messagesBody(number, { messages: [message(text)] }));

it('keeps the events of a number together, whoever else is written about', () => {
  const [one, other] = [bodyOf('400000000000001'), bodyOf('400000000000001', 'two')];
  expect(laneOf({ endpointId, body: one })).toBe(laneOf({ endpointId: randomUUID(), body: other }));
  const quoting = bodyOf('400000000000001', '"phone_number_id":"400000000000002"');
  expect(laneOf({ endpointId, body: quoting })).toBe(laneOf({ endpointId, body: one }));
});

it('spreads numbers over the lanes', () => {
  const lanes = Array.from({ length: 200 }, (_, index) =>
    laneOf({ endpointId, body: bodyOf(String(400_000_000_000_000 + index)) }),
  );
  expect(new Set(lanes).size).toBe(16);
  expect(Math.min(...lanes)).toBeGreaterThan(wholeWorkspace);
  expect(Math.max(...lanes)).toBe(16);
});

it('lets a body of several numbers stand for the whole workspace, and one without a number for its endpoint', () => {
  const several = Buffer.concat([bodyOf('400000000000001'), bodyOf('400000000000002')]);
  expect(laneOf({ endpointId, body: several })).toBe(wholeWorkspace);
  const none = Buffer.from('To=whatsapp%3A%2B819000000001&Body=hello');
  expect(laneOf({ endpointId, body: none })).toBe(laneOf({ endpointId, body: Buffer.from('{}') }));
  expect(laneOf({ endpointId, body: none })).not.toBe(wholeWorkspace);
});
