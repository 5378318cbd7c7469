import * as z from 'zod';
import type { ProviderUsage } from '../../port.ts';
import { parseOrUndefined } from '../shared/http/failure.ts';

const counted = z.looseObject({
  call_count: z.number().optional(),
  total_cputime: z.number().optional(),
  total_time: z.number().optional(),
  /** Minutes. */
  estimated_time_to_regain_access: z.number().optional(),
});
const byAccount = z.record(z.string(), z.array(counted));

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Below this nobody needs to know. */
const worthTelling = 0.9;
/** The window in which Graph counts calls is an hour; asking again within it is cheap. */
const usualRegainMs = 60_000;

/**
 * How much of its calls the app, or the business account, has used up, when that is nearly all. (Meta, "Graph API rate
 * limits": X-App-Usage and X-Business-Use-Case-Usage, 2026)
 */
export function readUsage(headers: Headers): ProviderUsage | undefined {
  const app = counted.safeParse(parseHeader(headers['x-app-usage']));
  const accounts = byAccount.safeParse(parseHeader(headers['x-business-use-case-usage']));
  const usages: readonly ProviderUsage[] = [
    ...(app.success ? [toUsage('app', app.data)] : []),
    ...(accounts.success
      ? Object.values(accounts.data)
          .flat()
          .map((usage) => toUsage('account', usage))
      : []),
  ];
  return usages.filter(({ share }) => share >= worthTelling).toSorted((a, b) => b.share - a.share)[0];
}

function toUsage(scope: ProviderUsage['scope'], usage: z.infer<typeof counted>): ProviderUsage {
  const percent = Math.max(usage.call_count ?? 0, usage.total_cputime ?? 0, usage.total_time ?? 0);
  const minutes = usage.estimated_time_to_regain_access ?? 0;
  return { scope, share: percent / 100, regainMs: minutes > 0 ? minutes * 60_000 : usualRegainMs };
}

function parseHeader(value: string | readonly string[] | undefined): unknown {
  const text = typeof value === 'string' ? value : value?.[0];
  return text === undefined ? undefined : parseOrUndefined(text);
}
