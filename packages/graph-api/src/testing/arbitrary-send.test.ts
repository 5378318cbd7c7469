import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarketingMessageRequest } from '../requests/marketing-message.ts';
import { parseSendRequest } from '../requests/parse-send-request.ts';
import { arbitraryBrokenSend } from './arbitrary-broken-send.ts';
import { arbitraryMarketingMessage, arbitrarySend } from './arbitrary-send.ts';

describe('generated sends', () => {
  it('are accepted as they are, every one', () => {
    fc.assert(
      fc.property(arbitrarySend(), (body) => {
        expect(parseSendRequest(body)).toEqual({ ok: true, kind: 'message', request: body });
      }),
      { numRuns: 500 },
    );
  });

  it('are accepted as marketing messages', () => {
    fc.assert(
      fc.property(arbitraryMarketingMessage(), (body) => {
        expect(parseMarketingMessageRequest(body)).toEqual({ ok: true, value: body });
      }),
    );
  });

  it('are refused with the predicted code and path once one thing is broken', () => {
    fc.assert(
      fc.property(arbitraryBrokenSend(), ({ body, code, path }) => {
        expect(parseSendRequest(body)).toMatchObject({ ok: false, problem: { code, path } });
      }),
      { numRuns: 1000 },
    );
  });

  it('cover every kind of message, interactive message and fault', () => {
    const sends = fc.sample(arbitrarySend(), { numRuns: 2000, seed: 7 });
    expect(new Set(sends.map(({ type }) => type)).size).toBe(12);
    const interactive = sends.flatMap((send) => (send.type === 'interactive' ? [send.interactive.type] : []));
    expect(new Set(interactive).size).toBe(15);
    const faults = fc.sample(arbitraryBrokenSend(), { numRuns: 500, seed: 7 }).map(({ fault }) => fault);
    expect(new Set(faults)).toEqual(
      new Set(['nobody', 'no_content', 'unknown_key', 'wrong_type', 'emptied', 'too_long']),
    );
  });

  it('are of the asked-for kinds only', () => {
    fc.assert(
      fc.property(arbitrarySend({ types: ['pin', 'reaction'] }), ({ type }) => {
        expect(['pin', 'reaction']).toContain(type);
      }),
    );
  });
});
