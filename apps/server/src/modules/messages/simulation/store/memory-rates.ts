import type { RateState } from '../../dispatcher/rules/rates.ts';
import type { SendStore } from '../../send-store.ts';
import { statement } from './statement.ts';

type Rates = Pick<SendStore, 'readRates' | 'writeTokens' | 'holdRate' | 'clearStrikes'>;

const keyOf = (channelId: string, recipient: string) => `${channelId} ${recipient}`;

export const memoryRates: Rates = {
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
        rows.put('rates', key, { heldUntilMs: 0, strikes: 0, ...row, tokens, refilledAtMs });
      }
    }),
  holdRate: (tx, channelId, recipient, untilMs, at) =>
    statement(tx, 'holdRate', (rows) => {
      const key = keyOf(channelId, recipient);
      const row = rows.lock('rates', key);
      if (row && row.heldUntilMs > at.getTime()) return;
      rows.put('rates', key, {
        tokens: Math.min(row?.tokens ?? 0, 1),
        refilledAtMs: row?.refilledAtMs ?? at.getTime(),
        heldUntilMs: untilMs,
        strikes: (row?.strikes ?? 0) + 1,
      });
    }),
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
};
