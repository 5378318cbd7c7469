import type { SettingsChange } from '../world/settings.ts';
import type { DecisionInput } from './decisions/registry.ts';
import type { Faults, FaultsInput } from './faults.ts';
import type { LedgerSummary, SendEntry, WebhookEntry } from './ledger.ts';
import type { ClockState } from './move-clock.ts';
import type { NoticeInput } from './notify-input.ts';
import type { ShownCode } from './onboarding/list-codes.ts';
import type { SignupAnswer, SignupInput } from './onboarding/run-signup.ts';
import type { InboundInput } from './send-inbound.ts';
import type { WebhookInput } from './send-webhook.ts';

import type { ShownWorld } from './show-world.ts';
import type { TellInput } from './tell/registry.ts';
import type { WorldInput } from './world-input.ts';

export interface SettleResult {
  readonly settled: boolean;
  readonly inFlight: number;
}

/** Drives a simulator from a test or a script, over HTTP. */
export type SimulatorControl = ReturnType<typeof createSimulatorControl>;

/** `fetch` may be replaced; a refused call throws with the simulator's own words. */
export function createSimulatorControl(url: string, fetcher: typeof fetch = fetch) {
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetcher(new URL(path, url), {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    // The routes answer exactly these types; both sides are compiled together.
    return JSON.parse(text) as Answer;
  };
  const get = <Answer>(path: string) => call<Answer>('GET', path);
  const post = <Answer>(path: string, body: unknown = {}) => call<Answer>('POST', path, body);
  return {
    mergeWorld: (input: WorldInput) => post<ShownWorld>('/control/world', input),
    getWorld: () => get<ShownWorld>('/control/world'),
    reset: () => post<{ reset: true }>('/control/reset'),
    getClock: () => get<ClockState>('/control/clock'),
    moveClock: (change: { offsetMs?: number; freezeAt?: number | null; advanceMs?: number }) =>
      post<ClockState>('/control/clock', change),
    getFaults: () => get<Faults>('/control/faults'),
    setFaults: (faults: FaultsInput) => post<Faults>('/control/faults', faults),
    clearFaults: () => call<Faults>('DELETE', '/control/faults'),
    setSettings: (settings: SettingsChange) => post<unknown>('/control/settings', settings),
    listSends: (after = 0, limit = 10_000) =>
      get<{ sends: SendEntry[]; next: number; total: number }>(
        `/control/ledger/sends?after=${after}&limit=${limit}`,
      ),
    listWebhooks: (after = 0, limit = 10_000) =>
      get<{ webhooks: WebhookEntry[]; next: number; total: number }>(
        `/control/ledger/webhooks?after=${after}&limit=${limit}`,
      ),
    summary: () => get<LedgerSummary>('/control/ledger/summary'),
    sendInbound: (messages: readonly InboundInput[], batchSize?: number) =>
      post<{ ids: string[] }>('/control/inbound', { messages, ...(batchSize ? { batchSize } : {}) }),
    sendWebhook: (webhook: WebhookInput) => post<{ webhookId: string }>('/control/webhook', webhook),
    /** Something Meta decides by itself happens now: a quality, a category, a limit, a restriction, a ban. */
    decide: (decision: DecisionInput) => post<{ decided: true }>('/control/decisions', decision),
    /** Tells the apps something of an account by a name and a few words. */
    tell: (tiding: TellInput) => post<{ told: string }>('/control/tell', tiding),
    notify: (notice: NoticeInput) => post<{ notified: true }>('/control/notify', notice),
    expireTokens: (which: { token?: string; appId?: string } = {}) =>
      post<{ expired: number }>('/control/tokens/expire', which),
    /** Codes sent to numbers, or shown in Business apps, that wait to be typed. */
    listCodes: () => get<{ codes: ShownCode[] }>('/control/codes'),
    /** Somebody goes through Embedded Signup; answers the code to exchange and the event of the window. */
    signUp: (input: SignupInput = {}) => post<SignupAnswer>('/control/signup', input),
    saveSnapshot: (name: string) => post<{ saved: string }>('/control/snapshots', { name }),
    restoreSnapshot: (name: string) =>
      post<{ restored: string }>(`/control/snapshots/${encodeURIComponent(name)}/restore`),
    listSnapshots: () => get<{ snapshots: { name: string; sizeBytes: number }[] }>('/control/snapshots'),
    settle: (timeoutMs = 30_000) => post<SettleResult>('/control/settle', { timeoutMs }),
  };
}
