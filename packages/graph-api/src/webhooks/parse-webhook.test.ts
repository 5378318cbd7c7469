import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../fixtures/index.ts';
import { listChanges } from './list-changes.ts';
import { parseWebhook } from './parse-webhook.ts';
import { readWebhookValue } from './read-webhook-value.ts';

describe('parseWebhook', () => {
  it.each([
    ['an empty body', ''],
    ['broken JSON', '{"object":'],
    ['HTML', '<html></html>'],
  ])('calls %s not JSON', (_case, body) => {
    expect(parseWebhook(body)).toMatchObject({ ok: false, reason: 'not_json' });
  });

  it('calls bytes that are not UTF-8 not JSON', () => {
    expect(parseWebhook(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ ok: false, reason: 'not_json' });
  });

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['another product', '{"object":"page","entry":[]}'],
    ['no entries', '{"object":"whatsapp_business_account"}'],
    ['an entry without changes', '{"object":"whatsapp_business_account","entry":[{"id":"1"}]}'],
  ])('calls %s the wrong shape and says where', (_case, body) => {
    const parsed = parseWebhook(body);
    expect(parsed).toMatchObject({ ok: false, reason: 'wrong_shape' });
    expect(parsed).toHaveProperty('detail', expect.stringMatching(/.+: .+/));
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(parseWebhook(bytes).ok).toBe(false);
      }),
    );
  });

  it('survives nesting made to exhaust the stack', () => {
    expect(parseWebhook('['.repeat(1_000_000)).ok).toBe(false);
    expect(parseWebhook(`${'[1234567890123456,'.repeat(100_000)}1${']'.repeat(100_000)}`).ok).toBe(false);
  });

  it('keeps unknown keys and reads ids above 2^53 digit by digit', () => {
    const parsed = parseWebhook(
      '{"object":"whatsapp_business_account","new":1,"entry":[{"id":39182746550091899,"extra":[2],"changes":[]}]}',
    );
    expect(parsed).toMatchObject({
      ok: true,
      envelope: { new: 1, entry: [{ id: '39182746550091899', extra: [2] }] },
    });
  });
});

describe('listChanges', () => {
  it('gives every change of every entry its own account, time and position', () => {
    const parsed = parseWebhook(
      JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [
          { id: '1', changes: [change('messages'), change('calls')] },
          { id: 2, time: '1793501000', changes: [change('security')] },
          { id: '3', changes: [] },
        ],
      }),
    );
    expect(parsed.ok && listChanges(parsed.envelope)).toEqual([
      { wabaId: '1', entryTime: undefined, field: 'messages', value: {}, position: { entry: 0, change: 0 } },
      { wabaId: '1', entryTime: undefined, field: 'calls', value: {}, position: { entry: 0, change: 1 } },
      { wabaId: '2', entryTime: 1793501000, field: 'security', value: {}, position: { entry: 1, change: 0 } },
    ]);
  });
});

describe('a change that cannot be read', () => {
  it('leaves its neighbours alone and is kept as an unknown field', () => {
    const changes = ['odd', { value: 1 }, { field: 'calls', value: {} }];
    const parsed = parseWebhook(
      JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes }] }),
    );
    const listed = parsed.ok ? listChanges(parsed.envelope) : [];
    expect(listed.map(({ field, value }) => [field, value])).toEqual([
      ['', 'odd'],
      ['', { value: 1 }],
      ['calls', {}],
    ]);
    expect(readWebhookValue('', 'odd')).toMatchObject({ ok: false, reason: 'unknown_field' });
  });
});

describe('readWebhookValue', () => {
  it('says that a field is unknown, also when it is named like a part of every object', () => {
    expect(readWebhookValue('tracking_events', {})).toMatchObject({ ok: false, reason: 'unknown_field' });
    expect(readWebhookValue('constructor', {})).toMatchObject({ ok: false, reason: 'unknown_field' });
  });

  it.each(['messages', 'history', 'standby', 'account_update', 'flows'])(
    'says that %s does not fit',
    (field) => {
      expect(readWebhookValue(field, 'text')).toMatchObject({ ok: false, reason: 'wrong_shape', field });
    },
  );

  it('survives any value in any field', () => {
    fc.assert(
      fc.property(anyField, fc.jsonValue(), (field, value) => {
        expect(typeof readWebhookValue(field, value).ok).toBe('boolean');
      }),
    );
  });

  it('reads template ids above 2^53 without rounding them', () => {
    const body = readFixture('message_template_status_update')
      .toString('utf8')
      .replace('720011223344556', '7200112233445567899');
    const parsed = parseWebhook(body);
    const [first] = parsed.ok ? listChanges(parsed.envelope) : [];
    expect(readWebhookValue('message_template_status_update', first?.value)).toMatchObject({
      ok: true,
      value: { message_template_id: '7200112233445567899' },
    });
  });
});

const anyField = fc.constantFrom(
  'messages',
  'history',
  'smb_message_echoes',
  'standby',
  'calls',
  'account_update',
);

function change(field: string) {
  return { field, value: {} };
}
