import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { mediaContentKinds, type SendableContent, sendableKinds } from '@renkei/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleContents } from '../../../test/sample-contents.ts';
import { sampleFiles } from '../../../test/sample-files.ts';
import { sampleTemplates } from '../../../test/sample-templates.ts';
import type {
  Provider,
  ProviderClient,
  ProviderProduct,
  ProviderRecipient,
  ProviderReferences,
} from './port.ts';

export interface Customer {
  readonly phone: string;
  /** The business-scoped user id. */
  readonly userId: string;
  /** What they have written. */
  readonly messageId: string;
}

/**
 * A provider with a number whose account has the templates, catalog and Flow of test/sample-contents.ts, customers, and a
 * way to look at what the provider has accepted.
 */
export interface ProviderWorld {
  readonly provider: Provider;
  readonly client: ProviderClient;
  /** The same number with a token that is not accepted. */
  readonly unauthorised: ProviderClient;
  /** Somebody new who has just written, so that the window is open. */
  openCustomer(): Promise<Customer>;
  /** A published Flow of the account. */
  readonly flow: { readonly id: string; readonly name: string };
  /** A product of the connected catalog. */
  readonly product: Pick<ProviderProduct, 'catalogId' | 'productId' | 'name' | 'price'>;
  /** A group of the number in which somebody has just written; undefined: the provider has no groups. */
  openGroup?(): Promise<{ readonly groupId: string; readonly messageId: string }>;
  readonly credentials: Parameters<Provider['checkCredentials']>[0];
  /** How many messages with this attempt key were accepted. */
  countAccepted(attemptKey: string): Promise<number>;
}

/** For providers that take bytes. */
const nobodyFetches = () => Promise.reject(new Error('Published for nothing'));

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);
const upload = {
  bytes: () => Readable.from([png]),
  sizeBytes: png.byteLength,
  mimeType: 'image/png',
  fileName: 'dot "1".png',
  publish: nobodyFetches,
};

const samplesWith = (flow: ProviderWorld['flow']) =>
  sampleContents({
    media: { image: 'image', video: 'video', audio: 'audio', document: 'document', sticker: 'sticker' },
    targetMessageId: 'ours',
    flow,
  });

function labelOf(content: SendableContent): string {
  return content.kind === 'template' ? content.name : Object.keys(content).join(', ');
}

/** As the templates module reads them of the only sample whose variables have names. */
function namesOf(content: SendableContent): ProviderReferences {
  if (content.kind !== 'template' || content.name !== 'sample_named') return {};
  return {
    templateParameterNames: { header: ['order_no'], body: ['first_name', 'amount'], cards: [], buttons: [] },
  };
}

/** What every provider must do, whatever its wire looks like. */
export function describeProvider(name: string, open: () => Promise<ProviderWorld>): void {
  describe(`${name} as a provider`, () => {
    let world: ProviderWorld;
    let customer: Customer;
    let attempts = 0;
    beforeAll(async () => {
      world = await open();
      customer = await world.openCustomer();
    });

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
          const file = {
            bytes: () => Readable.from([bytes]),
            sizeBytes: bytes.byteLength,
            mimeType,
            fileName,
            publish: nobodyFetches,
          };
          return [kind, (await world.client.uploadMedia(file)).providerMediaId] as const;
        }),
      );
      return new Map(ids);
    }

    describe.each(sendableKinds)('%s', (kind) => {
      const contents: readonly SendableContent[] = samplesWith({ id: '1', name: 'flow' })[kind];
      it.each(contents.map((content, index) => [labelOf(content), index] as const))(
        'is accepted and arrives once: %s',
        async (_label, index) => {
          const content = samplesWith(world.flow)[kind][index];
          if (content === undefined) throw new Error('No such sample');
          const isForGroups = content.kind === 'pin';
          if (isForGroups && !world.openGroup) return;
          const place = (isForGroups && (await world.openGroup?.())) || (await world.openCustomer());
          const references = {
            providerMediaIds: await uploadSamples(),
            targetProviderMessageId: place.messageId,
            ...namesOf(content),
          };
          const recipient = 'groupId' in place ? { groupId: place.groupId } : { phone: place.phone };
          const { attemptKey, outcome } = send(content, { references, recipient });
          expect(await outcome).toMatchObject({ outcome: 'accepted' });
          expect(await world.countAccepted(attemptKey)).toBe(1);
        },
      );
    });

    it('sends to a customer whose number is hidden', async () => {
      const recipient = { userId: customer.userId };
      const { attemptKey, outcome } = send({ kind: 'text', body: 'Hello' }, { recipient });
      expect(await outcome).toMatchObject({ outcome: 'accepted' });
      expect(await world.countAccepted(attemptKey)).toBe(1);
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
      expect(templates.map(({ name: template }) => template)).toEqual(
        expect.arrayContaining(sampleTemplates.map(({ name: sample }) => sample)),
      );
    });

    it('tells the Flows of the account and what it sells', async () => {
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
      expect(checks.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    });
  });
}
