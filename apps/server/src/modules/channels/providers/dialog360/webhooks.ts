import { createHmac, createSecretKey } from 'node:crypto';
import { equalInConstantTime } from '#platform/crypto';
import type { WebhookReceiver } from '../../webhook-receiver.ts';
import { findForeignNumber, readCloudApiWebhook } from '../cloud-api/graph-wire.ts';

/** The header that 360dialog sends along because we asked it to when we set the webhook. */
export const secretHeader = 'x-renkei-webhook-secret';

/**
 * Meta's bodies, passed on. 360dialog signs for partners only, so every number gets a random secret that comes back in a
 * header of our own; where a platform secret is known, the signature is demanded as well. (360dialog, "Webhook URL" and
 * "Signature Validation", 2026-11)
 */
export const dialog360Webhooks: WebhookReceiver = {
  isGenuine({ body, headers }, { signingKey, verifyToken: platformSecret }) {
    const given = headers[secretHeader];
    const secret = signingKey.export().toString('utf8');
    if (typeof given !== 'string' || secret === '' || !equalInConstantTime(given, secret)) return false;
    return platformSecret === '' || isSigned(body, platformSecret, headers['x-360dialog-signature']);
  },
  findForeignNumber,
  read: readCloudApiWebhook,
  answer: { contentType: 'text/plain', text: 'received' },
};

function isSigned(body: Buffer, platformSecret: string, header: unknown): boolean {
  if (typeof header !== 'string') return false;
  const key = createSecretKey(platformSecret, 'utf8');
  const expected = createHmac('sha256', key).update(body).digest('hex');
  return equalInConstantTime(header.replace(/^sha256=/, '').toLowerCase(), expected);
}
