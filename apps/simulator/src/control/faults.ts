import { z } from 'zod';

const probability = z.number().min(0).max(1);

/** Which Graph calls a planned answer applies to; every given key must fit. */
const answerMatchSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'DELETE']).optional(),
  /** The edge called, such as `messages` or `media`; a node itself has the edge `node`. */
  edge: z.string().optional(),
  /** The node called: a phone number id, a WABA id … */
  nodeId: z.string().optional(),
});

/** An answer given instead of the real one: `status` is the HTTP status, `code` Meta's error code. */
export const plannedAnswerSchema = z.strictObject({
  match: answerMatchSchema.optional(),
  status: z.int().min(400).max(599),
  code: z.int().optional(),
  probability: probability.default(1),
  /** How many calls get it; without it every one. */
  times: z.int().positive().optional(),
});

/** What goes wrong on purpose. Probabilities are per webhook body (or per call), delays in ms. */
export const faultsSchema = z.strictObject({
  /** A delivered body is delivered once more, a little later. */
  duplicate: probability.default(0),
  /** An update is held back so that later ones overtake it. */
  reorder: probability.default(0),
  delayMs: z.strictObject({ min: z.number().min(0), max: z.number().min(0) }).optional(),
  /** An attempt is lost on the way and made again by the retry ladder. */
  drop: probability.default(0),
  answer: z.array(plannedAnswerSchema).default([]),
  /** A send is accepted, then the connection is cut before the answer. */
  lostAnswer: probability.default(0),
  /** A send is answered this much later than it was accepted. */
  acceptDelayMs: z.number().min(0).default(0),
});

export type Faults = z.infer<typeof faultsSchema>;
export type FaultsInput = z.input<typeof faultsSchema>;
export type PlannedAnswer = z.infer<typeof plannedAnswerSchema>;

export const noFaults: Faults = faultsSchema.parse({});

export interface GraphCall {
  readonly method: string;
  readonly edge: string;
  readonly nodeId: string;
}

/** The faults in force. Kept in memory only: a restarted simulator has none. */
export interface FaultState {
  get(): Faults;
  set(faults: Faults): void;
  /** The planned answer for this call, if one applies and chance wants it; counts down `times`. */
  takeAnswer(call: GraphCall, chance: (probability: number) => boolean): PlannedAnswer | undefined;
}

export function createFaultState(): FaultState {
  let faults = noFaults;
  let remaining = new Map<PlannedAnswer, number>();
  return {
    get: () => faults,
    set(next) {
      faults = next;
      remaining = new Map(next.answer.map((answer) => [answer, answer.times ?? Number.POSITIVE_INFINITY]));
    },
    takeAnswer(call, chance) {
      for (const answer of faults.answer) {
        const left = remaining.get(answer) ?? 0;
        if (left < 1 || !applies(answer, call) || !chance(answer.probability)) continue;
        remaining.set(answer, left - 1);
        return answer;
      }
      return undefined;
    },
  };
}

function applies({ match = {} }: PlannedAnswer, call: GraphCall): boolean {
  return (
    (match.method === undefined || match.method === call.method) &&
    (match.edge === undefined || match.edge === call.edge) &&
    (match.nodeId === undefined || match.nodeId === call.nodeId)
  );
}
