import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { mediaContentKinds, type SendableContent, sendableKinds } from '@renkei/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Customer, ProviderWorld } from '../../../test/provider-world.ts';
import { sampleContents } from '../../../test/sample-contents.ts';
import { sampleFiles } from '../../../test/sample-files.ts';
import { sampleTemplates } from '../../../test/sample-templates.ts';
import { templateReferences } from '../../../test/template-references.ts';
import type { ReceivedMessage, ReceivedStatus } from './inbound.ts';
import type { ProviderClient, ProviderRecipient, ProviderReferences, ProviderTemplate } from './port.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);
const samplesWith = (flow: ProviderWorld['flow']) =>
  sampleContents({
    media: { image: 'image', video: 'video', audio: 'audio', document: 'document', sticker: 'sticker' },
    targetMessageId: 'ours',
    flow,
  });

function labelOf(content: SendableContent): string {
  return content.kind === 'template' ? content.name : Object.keys(content).join(', ');
}

/** What customers send and every provider passes on; Meta's own names, and what becomes of it. */
const inboundSamples = [
  ['text', { text: { body: 'こんにちは' } }, { kind: 'text', body: 'こんにちは' }],
  [
    'location',
    { location: { latitude: 35.68, longitude: 139.76, name: '東京駅' } },
    { kind: 'location', latitude: 35.68, longitude: 139.76, name: '東京駅' },
  ],
  [
    'interactive',
    { interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'はい' } } },
    { kind: 'interactive_reply', replyType: 'button', replyId: 'yes', title: 'はい' },
  ],
  [
    'interactive',
    { interactive: { type: 'list_reply', list_reply: { id: 'tea', title: '煎茶' } } },
    { kind: 'interactive_reply', replyType: 'list', replyId: 'tea', title: '煎茶' },
  ],
] as const;

/** What every provider must do, whatever its wire looks like. */
export function describeProvider(name: string, open: () => Promise<ProviderWorld>): void {
  describe(`${name} as a provider`, () => {
    let world: ProviderWorld;
    let customer: Customer;
    let templates: readonly ProviderTemplate[];
    let attempts = 0;
    beforeAll(async () => {
      world = await open();
      customer = await world.openCustomer();
      templates = await world.client.listTemplates();
    });
    afterAll(() => world?.close());

    function toUpload(bytes: Buffer, mimeType: string, fileName: string) {
      return {
        bytes: () => Readable.from([bytes]),
        sizeBytes: bytes.byteLength,
        mimeType,
        fileName,
        publish: () => world.listener.publish(bytes, mimeType),
      };
    }

    /** What the provider has told of an attempt, once it has said this. */
    async function toldOf(attemptKey: string, status: string): Promise<readonly ReceivedStatus[]> {
      await world.control.settle();
      const told = world.listener.facts.filter(
        (fact): fact is ReceivedStatus => fact.fact === 'status' && fact.attemptKey === attemptKey,
      );
      expect(told.map((fact) => fact.status)).toContain(status);
      return told;
    }

    /** The last message of a customer, as the provider told it. */
    async function lastFrom(phone: string): Promise<ReceivedMessage> {
      await world.control.settle();
      const messages = world.listener.facts.filter((fact) => fact.fact === 'message');
      const found = messages.findLast(({ person }) => person.waId === phone);
      if (!found) throw new Error(`Nothing was told of ${phone}`);
      return found;
    }

    const can = () => world.provider.capabilities;

    interface Send {
      readonly references?: ProviderReferences;
      readonly recipient?: ProviderRecipient;
      readonly client?: ProviderClient;
    }

    function send(
      content: SendableContent,
      { references = {}, recipient, client = world.client }: Send = {},
    ) {
      attempts += 1;
      const attemptKey = `attempt-${attempts}`;
      const outcome = client.send({
        recipient: recipient ?? { phone: customer.phone },
        content,
        references,
        replyToProviderMessageId: null,
        attemptKey,
      });
      return { attemptKey, outcome };
    }

    /** Each kind of file at the provider, under its kind as our id. */
    async function uploadSamples(): Promise<ReadonlyMap<string, string>> {
      const ids = await Promise.all(
        mediaContentKinds.map(async (kind) => {
          const { fileName, mimeType, read } = sampleFiles[kind];
          const bytes = await read();
          const file = toUpload(bytes, mimeType, fileName);
          return [kind, (await world.client.uploadMedia(file)).providerMediaId] as const;
        }),
      );
      return new Map(ids);
    }

    describe.each(sendableKinds)('%s', (kind) => {
      const contents: readonly SendableContent[] = samplesWith({ id: '1', name: 'flow' })[kind];
      it.each(contents.map((content, index) => [labelOf(content), index] as const))(
        'is accepted and arrives once, or is known not to be offered: %s',
        async (_label, index) => {
          const content = samplesWith(world.flow)[kind][index];
          if (content === undefined) throw new Error('No such sample');
          const isForGroups = content.kind === 'pin';
          if (isForGroups && !world.openGroup) return expectNotOffered(content);
          if (!can().kinds.includes(kind) || isTemplateOfMetaOnly(content)) return expectNotOffered(content);
          const place = (isForGroups && (await world.openGroup?.())) || (await world.openCustomer());
          const references = {
            providerMediaIds: await uploadSamples(),
            targetProviderMessageId: place.messageId,
            ...templateReferences(templates, content),
          };
          const recipient = 'groupId' in place ? { groupId: place.groupId } : { phone: place.phone };
          const { attemptKey, outcome } = send(content, { references, recipient });
          expect(await outcome).toMatchObject({ outcome: 'accepted' });
          expect(await world.countAccepted(attemptKey)).toBe(1);
          await toldOf(attemptKey, 'sent');
        },
      );
    });

    /** Parts of templates that some providers do not take. */
    function isTemplateOfMetaOnly(content: SendableContent): boolean {
      return (
        content.kind === 'template' && world.provider.findContentFault(content, new Date()) !== undefined
      );
    }

    async function expectNotOffered(content: SendableContent): Promise<void> {
      const { attemptKey, outcome } = send(content);
      expect(await outcome).toMatchObject({ outcome: 'not_sent', reason: 'invalid' });
      expect(await world.countAccepted(attemptKey)).toBe(0);
    }

    it('sends to a customer whose number is hidden, or says that it cannot', async () => {
      const recipient = { userId: customer.userId };
      const { attemptKey, outcome } = send({ kind: 'text', body: 'Hello' }, { recipient });
      const expected = can().hiddenNumbers ? 'accepted' : 'not_sent';
      expect(await outcome).toMatchObject({ outcome: expected });
      expect(await world.countAccepted(attemptKey)).toBe(can().hiddenNumbers ? 1 : 0);
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
      const { attemptKey, outcome } = send({ kind: 'text', body: 'no' }, { client: world.unauthorised });
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

    it('counts characters as people do: an emoji is one', () => {
      const most = can().library || can().quotes ? 4_096 : 1_600;
      const text = (count: number): SendableContent => ({ kind: 'text', body: '🎉'.repeat(count) });
      expect(world.provider.findContentFault(text(most), new Date())).toBeUndefined();
      expect(world.provider.findContentFault(text(most + 1), new Date())).toMatchObject({ path: 'body' });
    });

    it('tells a throttle from a refusal: the number waits, and nothing is lost', async () => {
      await world.control.setFaults({ answer: [{ match: { edge: 'messages' }, status: 429, times: 1 }] });
      const { attemptKey, outcome } = send({ kind: 'text', body: 'fast' });
      expect(await outcome).toMatchObject({ outcome: 'rejected', refusal: { action: 'hold_number' } });
      expect(await world.countAccepted(attemptKey)).toBe(0);
    });

    it('never takes trouble of the provider for a refusal of the message', async () => {
      await world.control.setFaults({ answer: [{ match: { edge: 'messages' }, status: 503, times: 1 }] });
      const outcome = await send({ kind: 'text', body: 'trouble' }).outcome;
      if (outcome.outcome === 'rejected') expect(outcome.refusal.action).toBe('retry');
      else expect(outcome.outcome).toBe('unsure');
    });

    it('knows that nothing was sent where nobody answers, and says who was called', async () => {
      const { outcome } = send({ kind: 'text', body: 'nobody' }, { client: world.unreachable });
      const called = world.provider.words.label;
      expect(await outcome).toMatchObject({ outcome: 'not_sent', reason: 'unreachable', called });
      await expect(world.unreachable.readNumber()).rejects.toMatchObject({ refusal: null, called });
    });

    it('is unsure when the line is cut, and is told by a status that names the attempt', async () => {
      await world.control.setFaults({ lostAnswer: 1 });
      const { attemptKey, outcome } = send({ kind: 'text', body: 'cut' });
      expect(await outcome).toMatchObject({ outcome: 'unsure' });
      await world.control.setFaults({});
      expect(await world.countAccepted(attemptKey)).toBe(1);
      const [told] = await toldOf(attemptKey, 'delivered');
      expect(told).toMatchObject({ phoneNumberId: world.account.phoneNumberId, recipient: customer.phone });
    });

    it('tells why WhatsApp did not take a message after all', async () => {
      const { phone } = await world.newCustomer();
      const { attemptKey, outcome } = send({ kind: 'text', body: 'window' }, { recipient: { phone } });
      expect(await outcome).toMatchObject({ outcome: 'accepted' });
      const told = await toldOf(attemptKey, 'failed');
      const [refusal] = told.flatMap(({ refusals }) => refusals);
      expect(refusal?.action).toBe('fix');
      expect(refusal?.title.ja).not.toBe('');
    });

    describe('what a customer sends', () => {
      it.each(inboundSamples)('is told: %s', async (type, content, expected) => {
        const { phone } = await world.newCustomer();
        const message = { phoneNumberId: world.numberAtMeta, waId: phone, type, ...content };
        await world.control.sendInbound([message]);
        const told = await lastFrom(phone);
        expect(told.content).toMatchObject(expected);
        expect(told).toMatchObject({
          phoneNumberId: world.account.phoneNumberId,
          person: { waId: phone, profileName: 'Hanako' },
          spoken: true,
        });
        expect(Math.abs(told.sentAt.getTime() - Date.now())).toBeLessThan(60_000);
      });

      it.each(['image', 'video', 'audio', 'document', 'sticker'] as const)(
        'is told and fetched without changing a byte: %s',
        async (kind) => {
          const { phone } = await world.newCustomer();
          const { mimeType, fileName, read } = sampleFiles[kind];
          const bytes = await read();
          await sendFromPhone(phone, kind, { bytes, mimeType, fileName });
          const { content } = await lastFrom(phone);
          if (!('providerMediaId' in content)) throw new Error(`${content.kind} is no file`);
          expect(content.kind).toBe(kind);
          const fetched = await world.client.fetchMedia(content.providerMediaId);
          expect(await buffer(fetched.stream)).toEqual(bytes);
        },
      );

      it('names the message that it answers', async () => {
        const { attemptKey, outcome } = send({ kind: 'text', body: 'question' });
        const sent = await outcome;
        if (sent.outcome !== 'accepted') throw new Error('Not accepted');
        await toldOf(attemptKey, 'delivered');
        await world.control.sendInbound([
          {
            phoneNumberId: world.numberAtMeta,
            waId: customer.phone,
            type: 'text',
            text: { body: 'answer' },
            contextId: sent.providerMessageId,
          },
        ]);
        expect(await lastFrom(customer.phone)).toMatchObject({
          content: { body: 'answer' },
          replyToProviderMessageId: sent.providerMessageId,
        });
      });
    });

    it('proves every webhook', () => {
      expect(world.listener.problems).toEqual([]);
    });

    interface PhoneFile {
      readonly bytes: Buffer;
      readonly mimeType: string;
      readonly fileName: string;
    }

    async function sendFromPhone(phone: string, kind: string, { bytes, mimeType, fileName }: PhoneFile) {
      const url = world.simulatorUrl;
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(bytes)], { type: mimeType }), fileName);
      const upload = await fetch(`${url}/phones/${phone}/media`, { method: 'POST', body: form });
      const { mediaId } = z.object({ mediaId: z.string() }).parse(await upload.json());
      const message = { phoneNumberId: world.numberAtMeta, type: kind, [kind]: { mediaId } };
      const answer = await fetch(`${url}/phones/${phone}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
      });
      expect(answer.status).toBe(200);
    }

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
      const upload = toUpload(png, 'image/png', 'dot "1".png');
      const { providerMediaId, expiresAt } = await world.client.uploadMedia(upload);
      expect(expiresAt.getTime()).toBeGreaterThan(Date.now());
      // So where the number was before is asked: an id of another provider's is an ordinary "not here".
      for (const foreign of ['1', 'https://files.example.com/1']) {
        const fetching = world.client.fetchMedia(foreign);
        await expect(fetching).rejects.toMatchObject({ name: 'ProviderCallError' });
      }
      // Where files are fetched from us, there is nothing at the provider to bring back.
      if (providerMediaId.startsWith('http')) return;
      const fetched = await world.client.fetchMedia(providerMediaId);
      expect(fetched.mimeType).toBe('image/png');
      expect(await buffer(fetched.stream)).toEqual(png);
    });

    it('reads the number and all templates', async () => {
      const number = await world.client.readNumber();
      expect(number.phoneNumber).toMatch(/^\d+$/);
      expect(number.messagesPerSecond).toBeGreaterThan(0);
      expect(templates.map(({ name: template }) => template)).toEqual(
        expect.arrayContaining(sampleTemplates.map(({ name: sample }) => sample)),
      );
    });

    it('tells the Flows of the account and what it sells', async () => {
      if (!can().library) return;
      const { client, flow, product } = world;
      expect(await client.listFlows()).toEqual([
        { flowId: flow.id, name: flow.name, status: 'PUBLISHED', categories: ['OTHER'] },
      ]);
      const catalogId = (await client.findCatalog())?.catalogId ?? '';
      expect(catalogId).toBe(product.catalogId);
      const { products } = await client.listProducts(catalogId, {
        productIds: [product.productId],
        limit: 9,
      });
      expect(products).toMatchObject([product]);
    });

    it('finds products by parts of their names and ids, page by page', async () => {
      if (!can().library) return;
      const { client, product } = world;
      const found: string[] = [];
      let after: string | undefined;
      do {
        const query = { search: 'MUG', after, limit: 2 };
        const { products, next } = await client.listProducts(product.catalogId, query);
        expect(products.length).toBeLessThanOrEqual(2);
        found.push(...products.map(({ productId }) => productId));
        after = next ?? undefined;
      } while (after !== undefined);
      expect(found.toSorted()).toEqual(['mug-01', 'mug-02', 'mug-03']);
      const none = await client.listProducts(product.catalogId, { search: 'teapot', limit: 2 });
      expect(none).toEqual({ products: [], next: null });
    });

    it('marks as read and shows typing', async () => {
      await world.client.markRead(customer.messageId);
      await world.client.showTyping(customer.messageId);
    });

    it('finds nothing wrong with the right credentials', async () => {
      const checks = await world.provider.checkCredentials(world.credentials);
      expect(checks.length).toBeGreaterThan(1);
      expect(checks.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    });
  });
}
