import type { SimulatorControl } from '../control/client.ts';
import type { SendEntry } from '../control/ledger.ts';
import { Unmet } from './unmet.ts';

/** Where a scenario plays: the world it was given, and what has been seen of it so far. */
export interface Stage {
  readonly control: SimulatorControl;
  /** The simulator's address. */
  readonly url: string;
  readonly business: {
    readonly phoneNumberId: string;
    readonly wabaId: string;
    readonly accessToken: string;
  };
  /** How long a step waits in real time for what it expects. */
  readonly patienceMs: number;
  /** What the scenario itself sent in the name of the business, newest last. */
  readonly ownSends: { readonly answer: GraphAnswer }[];
  /** The ledger's entries up to here have been expected already. */
  position: number;
  /** The send that the last step was about. */
  lastSend: SendEntry | undefined;
}

export interface GraphAnswer {
  readonly status: number;
  readonly wamid: string | undefined;
  readonly error: { readonly code: number; readonly message: string } | undefined;
}

const pollMs = 20;

/** Asks again and again until the answer is there; `fault` says what was missing. */
export async function waitFor<Found>(
  patienceMs: number,
  look: () => Promise<Found | undefined>,
  fault: () => string,
): Promise<Found> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() >= deadline) throw new Unmet(fault());
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** Calls the phone or control API of the simulator; throws with its own words. */
export async function callSimulator(stage: Stage, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(new URL(path, stage.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Unmet(`${path} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

/** What the system, or the scenario for it, sends to Graph. */
export async function callGraph(stage: Stage, body: Readonly<Record<string, unknown>>): Promise<GraphAnswer> {
  const response = await fetch(new URL(`/v25.0/${stage.business.phoneNumberId}/messages`, stage.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${stage.business.accessToken}`,
    },
    body: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
  });
  const answer: GraphBody = JSON.parse(await response.text());
  return { status: response.status, wamid: answer.messages?.[0]?.id, error: answer.error };
}

/** Any other call the business makes of Graph; throws with Graph's own words when it is refused. */
export async function callEdge(stage: Stage, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(new URL(`/v25.0/${path}`, stage.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${stage.business.accessToken}`,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Unmet(`Graph answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

interface GraphBody {
  readonly messages?: readonly { readonly id: string }[];
  readonly error?: { readonly code: number; readonly message: string };
}
