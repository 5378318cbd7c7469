import { describe, expect, it } from 'vitest';
import { parseSendRequest } from './parse-send-request.ts';

const person = { messaging_product: 'whatsapp', to: '+12025550177' } as const;
const group = { messaging_product: 'whatsapp', recipient_type: 'group', to: 'Y2FwaV9n' } as const;
const text = { type: 'text', text: { body: 'Hi' } } as const;
const image = { type: 'image', image: { id: '1188' } } as const;
const template = { type: 'template', template: { name: 'a', language: { code: 'en' } } } as const;
const pin = { type: 'pin', pin: { type: 'pin', message_id: 'wamid.A', expiration_days: 7 } } as const;
const place = { type: 'location', location: { latitude: 1, longitude: 2 } } as const;

describe('groups', () => {
  it.each([
    ['text', text],
    ['media', image],
    ['templates', template],
    ['pins', pin],
    ['the end of a pin', { type: 'pin', pin: { type: 'unpin', message_id: 'wamid.A' } }],
  ])('take %s', (_case, content) => {
    expect(parseSendRequest({ ...group, ...content })).toMatchObject({ ok: true });
  });

  it.each<readonly [string, object, number, string]>([
    ['a location', { ...group, ...place }, 131051, 'type'],
    ['a phone number for the group', { ...group, ...text, to: '+12025550177' }, 131009, 'to'],
    ['no group', { ...group, ...text, to: undefined, recipient: 'US.1' }, 131008, 'to'],
    ['a pin for a person', { ...person, ...pin }, 131051, 'type'],
    [
      'a pin for 31 days',
      { ...group, type: 'pin', pin: { ...pin.pin, expiration_days: 31 } },
      131009,
      'pin.expiration_days',
    ],
    [
      'a pin without days',
      { ...group, type: 'pin', pin: { type: 'pin', message_id: 'wamid.A' } },
      131008,
      'pin.expiration_days',
    ],
  ])('%s is refused', (_case, request, code, path) => {
    expect(parseSendRequest(request)).toMatchObject({ ok: false, problem: { code, path } });
  });
});

describe('Direct Send', () => {
  const direct = { ...person, ...text, category: 'utility' } as const;

  it('takes a category, a life and a template name', () => {
    const config = { direct_send_config: { template_name: 'order_update' } };
    expect(parseSendRequest({ ...direct, ttl_seconds: 3600, ...config })).toMatchObject({ ok: true });
    expect(parseSendRequest({ ...direct, category: 'authentication', ttl_seconds: 900 })).toMatchObject({
      ok: true,
    });
  });

  it.each<readonly [string, object, number, string]>([
    ['marketing', { ...direct, category: 'marketing' }, 100, 'category'],
    ['a template', { ...person, ...template, category: 'utility' }, 100, 'category'],
    ['a life without a category', { ...person, ...text, ttl_seconds: 60 }, 100, 'ttl_seconds'],
    [
      'a life too long for a code',
      { ...direct, category: 'authentication', ttl_seconds: 901 },
      131009,
      'ttl_seconds',
    ],
    ['a text longer than a template', { ...direct, text: { body: 'x'.repeat(1025) } }, 131009, 'text.body'],
  ])('refuses %s', (_case, request, code, path) => {
    expect(parseSendRequest(request)).toMatchObject({ ok: false, problem: { code, path } });
  });
});
