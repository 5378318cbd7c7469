import { describe, expect, it } from 'vitest';
import { sendMessageResponse } from '../requests/send-answer.ts';
import { messageTemplateList } from './account/message-template.ts';
import { subscribedAppList } from './account/subscribed-apps.ts';
import { buildGraphError } from './build-graph-error.ts';
import { debugTokenAnswer } from './debug-token.ts';
import { graphErrorEnvelope, readGraphError } from './graph-error.ts';
import { mediaNode, sha256Hex } from './media.ts';
import { phoneNumberList } from './number/phone-number.ts';
import { nextCursor } from './paging.ts';

describe('the error envelope', () => {
  const error = {
    message: '(#131009) Parameter value is not valid',
    type: 'OAuthException',
    fbtrace_id: 'AbC',
  };

  it.each([
    ['an object', { messaging_product: 'whatsapp', details: 'text.body is too long' }],
    ['a string', 'text.body is too long'],
  ])('gives its details when error_data is %s', (_case, errorData) => {
    const body = { error: { ...error, code: 131009, error_subcode: 2494010, error_data: errorData } };
    expect(readGraphError(body)).toEqual({
      code: 131009,
      subcode: 2494010,
      type: 'OAuthException',
      message: error.message,
      details: 'text.body is too long',
      traceId: 'AbC',
    });
  });

  it('is not seen where there is none', () => {
    expect(readGraphError('<html>502</html>')).toBeUndefined();
    expect(readGraphError({ error: 'invalid_request' })).toBeUndefined();
    expect(readGraphError(undefined)).toBeUndefined();
  });

  it('is built as it is read', () => {
    const answer = buildGraphError({ code: 131008, details: 'text is required', traceId: 'T1' });
    expect(answer.httpStatus).toBe(400);
    expect(graphErrorEnvelope.safeParse(answer.body).success).toBe(true);
    expect(readGraphError(answer.body)).toMatchObject({
      code: 131008,
      message: '(#131008) Required parameter is missing',
      details: 'text is required',
      traceId: 'T1',
    });
    expect(buildGraphError({ code: 190, traceId: 'T2' }).httpStatus).toBe(401);
  });

  it('tells people of a template what is wrong where there are no details', () => {
    const refusal = {
      code: 100,
      subcode: 2_388_299,
      userTitle: 'Variables',
      userMessage: 'Move them',
      traceId: 'T3',
    };
    expect(readGraphError(buildGraphError(refusal).body)).toMatchObject({
      code: 100,
      subcode: 2_388_299,
      details: 'Move them',
    });
  });
});

describe('nodes', () => {
  it('read the list of phone numbers and its next page', () => {
    const list = phoneNumberList.parse({
      data: [{ id: 4073, verified_name: 'Studio', throughput: { level: 'STANDARD' }, certificate: 'new' }],
      paging: { cursors: { before: 'a', after: 'b' }, next: 'https://graph.example/next' },
    });
    expect(list.data[0]).toMatchObject({ id: '4073', throughput: { level: 'STANDARD' }, certificate: 'new' });
    expect(nextCursor(list)).toBe('b');
    expect(nextCursor({ paging: { cursors: { before: 'a', after: 'b' } } })).toBeUndefined();
    expect(nextCursor({})).toBeUndefined();
  });

  it('read a template in whatever case its component types are written', () => {
    const { data } = messageTemplateList.parse({
      data: [
        {
          id: '7200',
          name: 'order_update_v2',
          language: 'en_US',
          status: 'APPROVED',
          category: 'UTILITY',
          components: [
            { type: 'Body', text: 'Hi {{1}}', example: { body_text: [['Amara']] } },
            { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Track', url: 'https://a.example/{{1}}' }] },
            { type: 'call_permission_request' },
          ],
        },
      ],
    });
    expect(data[0]?.components.map(({ type }) => type)).toEqual([
      'BODY',
      'BUTTONS',
      'CALL_PERMISSION_REQUEST',
    ]);
  });

  it('read a media node whose size is a string, and both spellings of its hash', () => {
    const hex = 'd7bd5545f09d8a73c2b990337c8211d708a04ccd974862767787c79cc0380e39';
    expect(
      mediaNode.parse({ id: 1, url: 'https://a.example', mime_type: 'image/jpeg', file_size: '48213' }),
    ).toMatchObject({
      id: '1',
      file_size: 48213,
    });
    expect(sha256Hex(hex.toUpperCase())).toBe(hex);
    expect(sha256Hex(Buffer.from(hex, 'hex').toString('base64'))).toBe(hex);
    expect(sha256Hex('abc')).toBeUndefined();
  });

  it('read subscribed apps and a token', () => {
    const apps = subscribedAppList.parse({
      data: [{ whatsapp_business_api_data: { id: 22, name: 'Renkei' } }],
    });
    expect(apps.data[0]?.whatsapp_business_api_data.id).toBe('22');
    const { data } = debugTokenAnswer.parse({
      data: { app_id: '22', is_valid: true, expires_at: 0, scopes: ['whatsapp_business_messaging'] },
    });
    expect(data).toMatchObject({ is_valid: true, expires_at: 0, scopes: ['whatsapp_business_messaging'] });
  });

  it('read the answer to a send, to a number and to a user id', () => {
    const messages = [{ id: 'wamid.A', message_status: 'accepted' }];
    const byNumber = {
      messaging_product: 'whatsapp',
      contacts: [{ input: '+1202', wa_id: '1202' }],
      messages,
    };
    const byUserId = {
      messaging_product: 'whatsapp',
      contacts: [{ input: 'US.2', user_id: 'US.2' }],
      messages,
    };
    expect(sendMessageResponse.parse(byNumber)).toMatchObject({ contacts: [{ wa_id: '1202' }], messages });
    expect(sendMessageResponse.parse(byUserId).contacts).toEqual([{ input: 'US.2', user_id: 'US.2' }]);
    expect(sendMessageResponse.safeParse({ messaging_product: 'whatsapp', messages: [] }).success).toBe(
      false,
    );
  });
});
