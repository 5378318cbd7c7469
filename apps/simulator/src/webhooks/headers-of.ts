import { createHmac } from 'node:crypto';
import { signBody } from '@renkei/graph-api';
import { signForm } from '../resellers/twilio/webhooks/sign-form.ts';
import type { App } from '../world/entities.ts';

type Headers = Readonly<Record<string, string>>;

/** How a body is proved: by Meta's signature, or in the way of the reseller that passes it on. */
export function headersOf(app: App | undefined, url: string, body: Buffer): Headers {
  const { reseller } = app ?? {};
  if (reseller?.kind === 'twilio') {
    return {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'user-agent': 'TwilioProxy/1.1',
      'x-twilio-signature': signForm(reseller.authToken, url, body.toString('utf8')),
    };
  }
  if (reseller?.kind === 'dialog360') {
    const { platformSecret, webhookHeaders } = reseller;
    return {
      ...webhookHeaders,
      'content-type': 'application/json',
      'user-agent': '360dialog',
      ...(platformSecret
        ? { 'x-360dialog-signature': createHmac('sha256', platformSecret).update(body).digest('hex') }
        : {}),
    };
  }
  return {
    'content-type': 'application/json',
    'user-agent': 'facebookexternalua',
    'x-hub-signature-256': signBody(app?.secret ?? '', body),
  };
}
