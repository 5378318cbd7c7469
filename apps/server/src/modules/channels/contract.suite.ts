import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { SendableContent } from '@renkei/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Provider, ProviderClient, ProviderReferences } from './port.ts';

/** A provider with a number, a customer whose window is open, and a way to look at what it has accepted. */
export interface ProviderWorld {
  readonly provider: Provider;
  readonly client: ProviderClient;
  /** The same number with a token that is not accepted. */
  readonly unauthorised: ProviderClient;
  readonly customerPhone: string;
  /** A message of the customer. */
  readonly inboundMessageId: string;
  /** A template without variables. */
  readonly template: { readonly name: string; readonly language: string };
  readonly credentials: Parameters<Provider['checkCredentials']>[0];
  /** How many messages with this attempt key were accepted. */
  countAccepted(attemptKey: string): Promise<number>;
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);
const upload = {
  bytes: () => Readable.from([png]),
  sizeBytes: png.byteLength,
  mimeType: 'image/png',
  fileName: 'dot "1".png',
};

/** What every provider must do, whatever its wire looks like. */
export function describeProvider(name: string, open: () => Promise<ProviderWorld>): void {
  describe(`${name} as a provider`, () => {
    let world: ProviderWorld;
    let attempts = 0;
    beforeAll(async () => {
      world = await open();
    });

    function send(content: SendableContent, references: ProviderReferences = {}, client = world.client) {
      attempts += 1;
      const attemptKey = `attempt-${attempts}`;
      const outcome = client.send({
        recipient: { phone: world.customerPhone },
        content,
        references,
        replyToProviderMessageId: null,
        attemptKey,
      });
      return { attemptKey, outcome };
    }

    it('accepts every kind of content that can be sent', async () => {
      const { providerMediaId } = await world.client.uploadMedia(upload);
      const { name: templateName, language } = world.template;
      const contents: readonly [SendableContent, ProviderReferences][] = [
        [{ kind: 'text', body: 'こんにちは 👋' }, {}],
        [
          { kind: 'image', mediaId: 'ours', caption: 'caption' },
          { providerMediaIds: new Map([['ours', providerMediaId]]) },
        ],
        [{ kind: 'location', latitude: 35.6, longitude: 139.7 }, {}],
        [{ kind: 'contacts', cards: [{ name: 'Amara', phones: [], emails: ['a@example.com'] }] }, {}],
        [
          { kind: 'reaction', targetMessageId: 'ours', emoji: '👍' },
          { targetProviderMessageId: world.inboundMessageId },
        ],
        [
          { kind: 'reaction', targetMessageId: 'ours', emoji: null },
          { targetProviderMessageId: world.inboundMessageId },
        ],
        [{ kind: 'template', name: templateName, language, bodyParameters: [], buttons: [] }, {}],
      ];
      for (const [content, references] of contents) {
        const { attemptKey, outcome } = send(content, references);
        expect(await outcome, content.kind).toMatchObject({ outcome: 'accepted' });
        expect(await world.countAccepted(attemptKey)).toBe(1);
      }
    });

    it('builds a request for every kind of file', () => {
      for (const kind of ['image', 'video', 'audio', 'document', 'sticker'] as const) {
        expect(world.provider.findContentFault({ kind, mediaId: 'ours' }, new Date()), kind).toBeUndefined();
      }
    });

    it('gives each accepted message an id of its own', async () => {
      const first = await send({ kind: 'text', body: 'one' }).outcome;
      const second = await send({ kind: 'text', body: 'two' }).outcome;
      if (first.outcome !== 'accepted' || second.outcome !== 'accepted') throw new Error('Not accepted');
      expect(first.providerMessageId).not.toBe(second.providerMessageId);
    });

    it('refuses a wrong token as trouble of the channel, not of the message', async () => {
      const { attemptKey, outcome } = send({ kind: 'text', body: 'no' }, {}, world.unauthorised);
      expect(await outcome).toMatchObject({ outcome: 'rejected', refusal: { action: 'hold_channel' } });
      expect(await world.countAccepted(attemptKey)).toBe(0);
      await expect(world.unauthorised.readNumber()).rejects.toMatchObject({
        name: 'ProviderCallError',
        refusal: { action: 'hold_channel' },
      });
    });

    it('never sends what breaks its own limits', async () => {
      const tooLong: SendableContent = { kind: 'text', body: 'x'.repeat(4_097) };
      expect(world.provider.findContentFault(tooLong, new Date())).toMatchObject({ path: 'body' });
      const { attemptKey, outcome } = send(tooLong);
      expect(await outcome).toMatchObject({ outcome: 'not_sent', reason: 'invalid' });
      expect(await world.countAccepted(attemptKey)).toBe(0);
    });

    it('counts characters as people do: 4,096 emoji are a text', () => {
      expect(
        world.provider.findContentFault({ kind: 'text', body: '🎉'.repeat(4_096) }, new Date()),
      ).toBeUndefined();
    });

    it('judges files before they are uploaded', () => {
      const image = { kind: 'image', mimeType: 'image/png', sizeBytes: 1_000 } as const;
      expect(world.provider.findMediaFault(image)).toBeUndefined();
      expect(world.provider.findMediaFault({ ...image, sizeBytes: 6 * 1024 * 1024 })).toMatchObject({
        reason: 'size',
      });
      expect(world.provider.findMediaFault({ ...image, mimeType: 'image/gif' })).toMatchObject({
        reason: 'type',
      });
    });

    it('brings files there and back without changing a byte', async () => {
      const { providerMediaId, expiresAt } = await world.client.uploadMedia(upload);
      expect(expiresAt.getTime()).toBeGreaterThan(Date.now());
      const fetched = await world.client.fetchMedia(providerMediaId);
      expect(fetched.mimeType).toBe('image/png');
      expect(await buffer(fetched.stream)).toEqual(png);
      await expect(world.client.fetchMedia('1')).rejects.toMatchObject({ name: 'ProviderCallError' });
    });

    it('reads the number and all templates', async () => {
      const number = await world.client.readNumber();
      expect(number.phoneNumber).toMatch(/^\d+$/);
      expect(number.messagesPerSecond).toBeGreaterThan(0);
      const templates = await world.client.listTemplates();
      expect(templates.map(({ name: template }) => template)).toContain(world.template.name);
    });

    it('marks as read and shows typing', async () => {
      await world.client.markRead(world.inboundMessageId);
      await world.client.showTyping(world.inboundMessageId);
    });

    it('finds nothing wrong with the right credentials', async () => {
      const checks = await world.provider.checkCredentials(world.credentials);
      expect(checks.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    });
  });
}
