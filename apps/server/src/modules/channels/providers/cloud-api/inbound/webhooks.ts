import { verifySignature } from '@renkei/graph-api';
import { equalInConstantTime } from '#platform/crypto';
import type { WebhookReceiver } from '../../../webhook-receiver.ts';
import { findForeignNumber } from './find-foreign-number.ts';
import { readCloudApiWebhook } from './read-webhook.ts';

/** Meta signs every body with the secret of the app. (Meta, "Webhooks: validating payloads", 2026) */
export const cloudApiWebhooks: WebhookReceiver = {
  isGenuine: ({ body, headers }, { signingKey }) =>
    verifySignature(signingKey, body, headers['x-hub-signature-256']),
  /** The handshake Meta makes when the callback URL is set. (Meta, "Webhooks: verification requests") */
  confirm(query, { verifyToken }) {
    const matches = equalInConstantTime(query.get('hub.verify_token') ?? '', verifyToken);
    if (query.get('hub.mode') !== 'subscribe' || !matches) return undefined;
    return query.get('hub.challenge') ?? '';
  },
  findForeignNumber,
  read: readCloudApiWebhook,
  answer: { contentType: 'text/plain', text: 'received' },
};
