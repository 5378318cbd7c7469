import type { Readable } from 'node:stream';
import { type Dispatcher, request as undiciRequest } from 'undici';
import type * as z from 'zod';
import { ProviderCallError } from '../../port.ts';
import { type Callee, callFor, expectBytes } from '../shared/http/answer.ts';
import { type Exchange, exchange } from '../shared/http/exchange.ts';
import { reach, sendTimeoutMs } from '../shared/http/failure.ts';
import { readTwilioRefusal } from './read-refusal.ts';

const twilio: Callee = { called: 'Twilio', readRefusal: readTwilioRefusal };

export interface TwilioSettings {
  /** Null: Twilio's own hosts; else one address that stands for all of them. */
  readonly twilioUrl: string | null;
  readonly now: () => Date;
  readonly dispatcher: Dispatcher;
}

/** Each product of Twilio's has a host of its own. */
export type TwilioHost = 'api' | 'content' | 'messaging';

interface TwilioCall {
  readonly host: TwilioHost;
  readonly path: string;
  readonly json?: unknown;
}

/** Calls of one account. */
export interface TwilioCaller {
  /** One try of a form post, never throws: for sends. */
  send(path: string, form: URLSearchParams): Promise<Exchange>;
  /** GET, or POST when there is a body. Throws `ProviderCallError`. */
  call<Schema extends z.ZodType>(call: TwilioCall, answer: Schema): Promise<z.output<Schema>>;
  /** The bytes behind a file of this account. */
  download(url: string): Promise<{ readonly stream: Readable; readonly headers: DownloadHeaders }>;
}

type DownloadHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Where Twilio keeps the bytes of files; it sends callers on to there. (Twilio, "Media", 2026-11) */
const fileHosts = /(^|\.)(twilio\.com|twiliocdn\.com|amazonaws\.com)$/;

export function createTwilioCaller(
  { twilioUrl, dispatcher }: TwilioSettings,
  { accountSid, authToken }: { readonly accountSid: string; readonly authToken: string },
): TwilioCaller {
  const originOf = (host: TwilioHost) => new URL(twilioUrl ?? `https://${host}.twilio.com`).origin;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return {
    send: (path, form) =>
      exchange(dispatcher, {
        origin: originOf('api'),
        path,
        method: 'POST',
        headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
        body: form.toString(),
        timeoutMs: sendTimeoutMs,
      }),

    call: ({ host, path, json }, answer) =>
      callFor(
        twilio,
        dispatcher,
        {
          origin: originOf(host),
          path,
          method: json === undefined ? 'GET' : 'POST',
          headers: { authorization },
          json,
        },
        answer,
      ),

    async download(url) {
      const home = originOf('api');
      const target = URL.parse(url);
      if (target?.origin !== home || !target.pathname.startsWith(`/2010-04-01/Accounts/${accountSid}/`)) {
        throw new ProviderCallError('The file is not one of this Twilio account', null, undefined, 'Twilio');
      }
      const first = await reach('Twilio', () =>
        undiciRequest(target.href, { dispatcher, headers: { authorization } }),
      );
      if (first.statusCode < 300 || first.statusCode > 399) return await readBytes(first);
      await first.body.dump();
      const next = nextPlace(first.headers['location'], target, home);
      // Without the token: what it opens is in the address.
      return await readBytes(await reach('Twilio', () => undiciRequest(next.href, { dispatcher })));
    },
  };
}

function nextPlace(location: unknown, from: URL, home: string): URL {
  const next =
    typeof location === 'string' && URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  const isTwilios =
    next !== undefined &&
    (next.origin === home ||
      (next.protocol === 'https:' && next.port === '' && fileHosts.test(next.hostname)));
  if (!isTwilios)
    throw new ProviderCallError('Twilio sends to a foreign address for the bytes', null, undefined, 'Twilio');
  return next;
}

async function readBytes(reply: Dispatcher.ResponseData) {
  await expectBytes(twilio, reply);
  return { stream: reply.body, headers: reply.headers };
}
