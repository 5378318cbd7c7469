import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMessagesValue } from './fields/number/messages.ts';
import { isInboundMessageType } from './message-types/registry.ts';
import { readMessage } from './read-message.ts';

const common = { id: 'wamid.A', from: '12025550177', timestamp: '1793500000' };
const hello = { ...common, type: 'text', text: { body: 'hello' } };

describe('readMessage', () => {
  it('reads ids and times as strings or numbers', () => {
    expect(readMessage({ ...hello, id: 77, from: 12025550177, timestamp: 1793500000 })).toMatchObject({
      ok: true,
      common: { id: '77', from: '12025550177', timestamp: 1793500000 },
    });
  });

  it('reads a message of somebody who shows no phone number', () => {
    const { from: _hidden, ...anonymous } = hello;
    expect(readMessage({ ...anonymous, from_user_id: 'GB.314' })).toMatchObject({
      ok: true,
      common: { from: undefined, fromUserId: 'GB.314' },
    });
  });

  it('keeps keys it does not know, in the content and in the raw message', () => {
    const raw = { ...hello, text: { body: 'hello', mood: 'good' }, novelty: 1 };
    expect(readMessage(raw)).toMatchObject({ ok: true, content: { mood: 'good' }, raw });
  });

  it('does not lose a message over a decoration it cannot read', () => {
    expect(readMessage({ ...hello, context: 'odd', referral: [], errors: 'none' })).toMatchObject({
      ok: true,
      common: { context: undefined, referral: undefined },
      errors: [],
    });
  });

  it.each([undefined, null, ''])('takes a reaction with emoji %j for its removal', (emoji) => {
    const reaction = { message_id: 'wamid.B', emoji };
    expect(readMessage({ ...common, type: 'reaction', reaction })).toMatchObject({
      ok: true,
      content: { message_id: 'wamid.B', emoji: '' },
    });
  });

  it('keeps an interactive reply that Meta invents tomorrow', () => {
    const interactive = { type: 'product', product: { id: 7 } };
    expect(readMessage({ ...common, type: 'interactive', interactive })).toMatchObject({
      ok: true,
      content: { type: 'unknown', wireType: 'product', raw: interactive },
    });
  });

  it.each([
    ['a text without a body', { type: 'text', text: {} }],
    ['an image without its object', { type: 'image' }],
    [
      'a known interactive reply without its parts',
      { type: 'interactive', interactive: { type: 'list_reply' } },
    ],
    ['an interactive message without its object', { type: 'interactive' }],
    ['contacts without a card', { type: 'contacts', contacts: [] }],
  ])('flags %s as a misfit and keeps it', (_case, content) => {
    const raw = { ...common, ...content };
    expect(readMessage(raw)).toMatchObject({
      ok: false,
      reason: 'content_misfit',
      type: content.type,
      common: { id: 'wamid.A' },
      raw,
    });
  });

  it.each([
    ['text', 'hello'],
    ['nothing', null],
    ['no id', { ...hello, id: undefined }],
    ['no time', { ...hello, timestamp: undefined }],
    ['a time that is none', { ...hello, timestamp: 'soon' }],
  ])('calls a message that is %s malformed', (_case, raw) => {
    expect(readMessage(raw)).toMatchObject({ ok: false, reason: 'malformed', common: undefined, raw });
  });

  it('keeps a message of any unknown type', () => {
    const unknownType = fc.string({ minLength: 1 }).filter((type) => !isInboundMessageType(type));
    fc.assert(
      fc.property(unknownType, fc.jsonValue(), (type, content) => {
        const raw = { ...common, [type]: content, type };
        expect(readMessage(raw)).toMatchObject({ ok: false, reason: 'unknown_type', type, raw });
      }),
    );
  });

  it('is not fooled by types named like parts of every object', () => {
    expect(readMessage({ ...common, type: 'constructor' })).toMatchObject({ reason: 'unknown_type' });
    expect(readMessage({ ...common, type: '__proto__' })).toMatchObject({ reason: 'unknown_type' });
  });

  it('never throws, whatever stands in the place of a message', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        expect(typeof readMessage(raw).ok).toBe('boolean');
      }),
    );
  });
});

describe('a messages value', () => {
  it('loses no message to an unreadable neighbour', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.nat(5), (strange, at) => {
        const items = strange.toSpliced(at, 0, hello);
        const { messages } = parseMessagesValue({ messages: items });
        expect(messages).toHaveLength(items.length);
        expect(messages.filter((message) => message.ok)).toHaveLength(1);
      }),
    );
  });

  it('reads messages, statuses and errors that stand side by side', () => {
    const value = parseMessagesValue({
      metadata: { phone_number_id: 4073, display_phone_number: '12025550143' },
      contacts: [{ wa_id: '1' }, 'odd', { user_id: 'US.2', profile: { name: 'Jo', username: 'jo' } }],
      messages: [hello],
      statuses: [{ id: 'wamid.B', status: 'sent', timestamp: 1 }, { status: 'sent' }],
      errors: [{ code: '131000', title: 'Something went wrong' }],
    });
    expect(value.metadata).toEqual({ phoneNumberId: '4073', displayPhoneNumber: '12025550143' });
    expect(value.contacts).toMatchObject([
      { waId: '1' },
      { userId: 'US.2', profileName: 'Jo', username: 'jo' },
    ]);
    expect(value.messages.map(({ ok }) => ok)).toEqual([true]);
    expect(value.statuses.map(({ ok }) => ok)).toEqual([true, false]);
    expect(value.errors).toMatchObject([{ code: 131000 }]);
  });

  it('is empty when its lists are not lists', () => {
    expect(parseMessagesValue({ messages: {}, statuses: 'x', contacts: 7, errors: null })).toMatchObject({
      contacts: [],
      messages: [],
      statuses: [],
      errors: [],
    });
  });
});
