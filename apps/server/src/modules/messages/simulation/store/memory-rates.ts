import type { RateState } from '../../dispatcher/rules/rates.ts';
import { numberItself } from '../../dispatcher/store/store-rates.ts';
import type { SendStore } from '../../send-store.ts';
import { statement } from './statement.ts';

type Rates = Pick<
  SendStore,
  | 'readNumber'
  | 'readRates'
  | 'writeTokens'
  | 'holdRates'
  | 'clearStrikes'
  | 'forgetFullPairs'
  | 'countReceived'
  | 'readNumberSettings'
>;

const unused = { tokens: 0, refilledAtMs: 0, heldUntilMs: 0, strikes: 0, share: 1, slowedAtMs: 0 };
const keyOf = (channelId: string, recipient: string) => `${channelId} ${recipient}`;

export const memoryRates: Rates = {
  readNumber: (tx, channelId) =>
    statement(tx, 'readNumber', (rows) => ({
      rate: rows.get('rates', keyOf(channelId, numberItself)),
      newlyReceived: 0,
      messagesPerSecond: null,
    })),
  readRates: (tx, channelId, recipients) =>
    statement(tx, 'readRates', (rows) => {
      const found = [...new Set(recipients)].flatMap((recipient): (readonly [string, RateState])[] => {
        const rate = rows.get('rates', keyOf(channelId, recipient));
        return rate ? [[recipient, rate]] : [];
      });
      return new Map(found);
    }),
  writeTokens: (tx, channelId, rates) =>
    statement(tx, 'writeTokens', (rows) => {
      const locked = [...rates].map(([recipient, rate]) => {
        const key = keyOf(channelId, recipient);
        return { key, rate, row: rows.lock('rates', key) };
      });
      for (const { key, rate, row } of locked) {
        const { tokens, refilledAtMs } = rate;
        rows.put('rates', key, { ...unused, ...row, tokens, refilledAtMs });
      }
    }),
  async holdRates(tx, holds, at) {
    const ordered = holds.toSorted((one, other) =>
      `${one.channelId}/${one.recipient}` < `${other.channelId}/${other.recipient}` ? -1 : 1,
    );
    for (const { channelId, recipient, untilMs, share } of ordered) {
      await statement(tx, 'holdRates', (rows) => {
        const key = keyOf(channelId, recipient);
        const row = rows.lock('rates', key);
        if (row && row.heldUntilMs >= untilMs) return;
        const isHeld = row !== undefined && row.heldUntilMs > at.getTime();
        rows.put('rates', key, {
          ...unused,
          refilledAtMs: at.getTime(),
          ...row,
          tokens: Math.min(row?.tokens ?? 0, 1),
          heldUntilMs: untilMs,
          strikes: (row?.strikes ?? 0) + (isHeld ? 0 : 1),
          ...(isHeld || share === null ? {} : { share, slowedAtMs: at.getTime() }),
        });
      });
    }
  },
  clearStrikes: (tx, channelId, recipients, at) =>
    statement(tx, 'clearStrikes', (rows) => {
      for (const recipient of new Set(recipients)) {
        const key = keyOf(channelId, recipient);
        const fits = (row = rows.get('rates', key)) =>
          row !== undefined && row.strikes > 0 && row.heldUntilMs <= at.getTime();
        if (!fits()) continue;
        const row = rows.lock('rates', key);
        if (row && fits(row)) rows.put('rates', key, { ...row, strikes: 0 });
      }
    }),
  forgetFullPairs: () => Promise.resolve(),
  countReceived: () => Promise.resolve(),
  readNumberSettings: () =>
    Promise.resolve({ messagesPerSecond: null, waitsForDelivery: false, requeuesUnconfirmed: false }),
};
