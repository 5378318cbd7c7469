import { describe, expect, it } from 'vitest';
import { readUsage } from './read-usage.ts';

describe('the usage headers of Graph', () => {
  it('are told when nearly everything is used up, the app before its account', () => {
    const app = JSON.stringify({ call_count: 97, total_cputime: 3, total_time: 5 });
    expect(readUsage({ 'x-app-usage': app })).toEqual({ scope: 'app', share: 0.97, regainMs: 60_000 });
    const account = JSON.stringify({
      102290129340398: [{ type: 'whatsapp', call_count: 95, estimated_time_to_regain_access: 7 }],
    });
    expect(readUsage({ 'x-business-use-case-usage': account })).toEqual({
      scope: 'account',
      share: 0.95,
      regainMs: 420_000,
    });
  });

  it('say nothing below that, when they are missing, or are not what they should be', () => {
    expect(readUsage({ 'x-app-usage': '{"call_count":89}' })).toBeUndefined();
    expect(readUsage({})).toBeUndefined();
    expect(readUsage({ 'x-app-usage': 'busy', 'x-business-use-case-usage': '[]' })).toBeUndefined();
  });
});
