import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { parseStrict } from '../requests/problem.ts';
import { flowCreateRequest } from './account/flow.ts';
import { blockUsersRequest } from './number/block-users.ts';
import { businessEncryptionRequest } from './number/business-encryption.ts';
import { businessProfileUpdate } from './number/business-profile.ts';
import { callRequest } from './number/call.ts';
import { commerceSettingsUpdate } from './number/commerce-settings.ts';
import { conversationalAutomation } from './number/conversational-automation.ts';
import { groupCreateRequest, groupParticipantsRequest } from './number/group.ts';
import { phoneNumberSettingsUpdate } from './number/phone-number-settings.ts';
import { qrCodeRequest } from './number/qr-code.ts';
import {
  phoneNumberUpdateRequest,
  registerRequest,
  requestCodeRequest,
  verifyCodeRequest,
} from './number/registration.ts';
import { threadControlRequest } from './number/thread-control.ts';
import { usernameRequest } from './number/username.ts';
import { uploadSessionRequest } from './resumable-upload.ts';

const product = { messaging_product: 'whatsapp' } as const;
const monday = (open: string, close: string) => ({
  day_of_week: 'MONDAY',
  open_time: open,
  close_time: close,
});
const week = (...spans: object[]) => ({
  calling: { status: 'ENABLED', call_hours: { status: 'ENABLED', weekly_operating_hours: spans } },
});
const offer = { sdp_type: 'offer', sdp: 'v=0' };

const pem = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n';

describe('bodies of the other edges', () => {
  it.each<readonly [string, z.ZodType, object]>([
    [
      'a profile',
      businessProfileUpdate,
      { ...product, about: 'Kilns', email: 'a@b.example', vertical: 'RETAIL' },
    ],
    ['a profile without its address', businessProfileUpdate, { ...product, address: '' }],
    [
      'blocking by number and by user id',
      blockUsersRequest,
      { ...product, block_users: [{ user: '+1202' }, { user_id: 'US.1' }] },
    ],
    ['a QR link', qrCodeRequest, { prefilled_message: 'Hello', generate_qr_image: 'SVG' }],
    ['commerce settings in words', commerceSettingsUpdate, { is_cart_enabled: 'true' }],
    ['a Flow', flowCreateRequest, { name: 'survey', categories: ['SURVEY'] }],
    ['a group', groupCreateRequest, { ...product, subject: 'Kiln opening' }],
    ['a call', callRequest, { ...product, action: 'connect', to: '+12025550177', session: offer }],
    ['the end of a call', callRequest, { ...product, action: 'terminate', call_id: 'wacid.A' }],
    ['opening hours', phoneNumberSettingsUpdate, week(monday('0900', '1200'), monday('1300', '1700'))],
    ['a registration', registerRequest, { ...product, pin: '483920', data_localization_region: 'JP' }],
    ['a code by voice', requestCodeRequest, { code_method: 'VOICE', language: 'ja' }],
    ['a new PIN', phoneNumberUpdateRequest, { pin: '483920' }],
    ['an upload', uploadSessionRequest, { file_length: '48213', file_type: 'image/jpeg' }],
    ['a username', usernameRequest, { username: 'riverside.kilns' }],
    ['a handed-over thread', threadControlRequest, { ...product, to: '+12025550177', action: 'pass' }],
    ['a key', businessEncryptionRequest, { business_public_key: pem }],
    ['ice breakers', conversationalAutomation, { prompts: ['Opening hours?'] }],
  ])('%s is accepted', (_case, schema, body) => {
    expect(parseStrict(schema, body)).toMatchObject({ ok: true });
  });

  it.each<readonly [string, z.ZodType, object, number, string]>([
    ['an empty about', businessProfileUpdate, { ...product, about: '' }, 131008, 'about'],
    [
      'three websites',
      businessProfileUpdate,
      { ...product, websites: Array(3).fill('https://a.example') },
      131009,
      'websites',
    ],
    [
      'a line of business of its own',
      businessProfileUpdate,
      { ...product, vertical: 'POTTERY' },
      100,
      'vertical',
    ],
    ['blocking nobody', blockUsersRequest, { ...product, block_users: [] }, 131009, 'block_users'],
    [
      'a long text in a link',
      qrCodeRequest,
      { prefilled_message: 'x'.repeat(141) },
      131009,
      'prefilled_message',
    ],
    ['a Flow of no category', flowCreateRequest, { name: 'a', categories: ['FUN'] }, 100, 'categories[0]'],
    ['a blank subject', groupCreateRequest, { ...product, subject: '  ' }, 131008, 'subject'],
    [
      'nine people at once',
      groupParticipantsRequest,
      { ...product, participants: Array(9).fill({ user: '1' }) },
      131009,
      'participants',
    ],
    ['a call to nobody', callRequest, { ...product, action: 'connect', session: offer }, 131008, 'to'],
    [
      'an answer where an offer is due',
      callRequest,
      { ...product, action: 'connect', to: '+1', session: { ...offer, sdp_type: 'answer' } },
      100,
      'session.sdp_type',
    ],
    [
      'overlapping hours',
      phoneNumberSettingsUpdate,
      week(monday('0900', '1200'), monday('1100', '1700')),
      131009,
      'calling.call_hours.weekly_operating_hours[1]',
    ],
    [
      'hours that end before they begin',
      phoneNumberSettingsUpdate,
      week(monday('1700', '0900')),
      131009,
      'calling.call_hours.weekly_operating_hours[0].close_time',
    ],
    [
      'two settings at once',
      phoneNumberSettingsUpdate,
      { ...week(monday('0900', '1200')), user_identity_change: { enable_identity_key_check: true } },
      131009,
      '',
    ],
    ['a PIN of five digits', registerRequest, { ...product, pin: '48392' }, 131009, 'pin'],
    [
      'a region and a retention',
      registerRequest,
      { ...product, pin: '483920', data_localization_region: 'JP', meta_store_retention_minutes: 60 },
      131009,
      'meta_store_retention_minutes',
    ],
    [
      'an upload of a sound',
      uploadSessionRequest,
      { file_length: 1, file_type: 'audio/ogg' },
      100,
      'file_type',
    ],
    ['a username like a domain', usernameRequest, { username: 'kilns.com' }, 131009, 'username'],
    ['a username with two dots', usernameRequest, { username: 'a..b' }, 131009, 'username'],
    ['a username of digits', usernameRequest, { username: '12345' }, 131009, 'username'],
    ['a thread of nobody', threadControlRequest, { ...product, action: 'take' }, 131008, 'to'],
    [
      'a key that is none',
      businessEncryptionRequest,
      { business_public_key: 'abc' },
      131009,
      'business_public_key',
    ],
    ['an emoji in an ice breaker', conversationalAutomation, { prompts: ['👋 Hello'] }, 131009, 'prompts[0]'],
  ])('%s is refused', (_case, schema, body, code, path) => {
    expect(parseStrict(schema, body)).toMatchObject({ ok: false, problem: { code, path } });
  });

  it('a code is taken with and without its dash', () => {
    expect(verifyCodeRequest.parse({ code: '123-456' })).toEqual(verifyCodeRequest.parse({ code: '123456' }));
  });
});
