import { z } from 'zod';
import type { JsonObject, Waba } from '../../../world/entities.ts';
import type { OutboundState } from '../../../world/messages/messages.ts';
import { priceOf } from '../../../world/pricing/price-of.ts';
import { page } from '../../fields/page.ts';
import { type Edges, type GraphCall, managementScope } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphBoolean, graphInteger, graphList, graphText } from '../../input/values.ts';
import { deliveredAt, listSends } from './list-sends.ts';
import { createCalendar } from './periods.ts';

const mostTemplates = 10;
const longestSeconds = 91 * 24 * 60 * 60;
const metrics = ['SENT', 'DELIVERED', 'READ', 'CLICKED', 'COST'] as const;

const inputSchema = z.object({
  start: graphInteger,
  end: graphInteger,
  granularity: z.literal('DAILY'),
  template_ids: graphList(graphText, { min: 1, max: mostTemplates }),
  metric_types: graphList(z.enum(metrics)).default([...metrics]),
  product_type: z.enum(['CLOUD_API', 'MARKETING_MESSAGES_LITE_API']).optional(),
  use_waba_timezone: graphBoolean.optional(),
});

type Input = z.infer<typeof inputSchema>;

/** `GET /{waba-id}/template_analytics`: by template and day, once insights are switched on (200007 before). */
export const templateAnalyticsEdges: Edges<'waba'> = {
  'GET template_analytics': { scope: managementScope, handle: analyseTemplates },
};

function analyseTemplates(call: GraphCall<Waba>): unknown {
  const { simulation, node } = call;
  const input = readInput(call, inputSchema);
  if (!node.insightsEnabled) throw new GraphError(200007);
  if (input.start < simulation.clock.now() / 1000 - longestSeconds) {
    throw badParameter('start', 'must be within the last 90 days.');
  }
  for (const id of input.template_ids) {
    if (simulation.world.templates.get(id)?.wabaId !== node.id) {
      throw badParameter('template_ids', `must be templates of this account - got "${id}".`);
    }
  }
  const points = [...countDays(call, input).values()].sort((left, right) => left.start - right.start);
  const list = page(call, `${node.id}/template_analytics`, points, (point) => show(point, input));
  const data = { granularity: 'DAILY', product_type: 'cloud_api', data_points: list.data };
  return { ...list, data: [data] };
}

interface Point {
  readonly templateId: string;
  readonly start: number;
  readonly end: number;
  sent: number;
  delivered: number;
  read: number;
  cost: number;
  /** Button texts and how often each was pressed. */
  readonly clicks: Map<string, number>;
}

function countDays({ simulation: { world }, node }: GraphCall<Waba>, input: Input): Map<string, Point> {
  const points = new Map<string, Point>();
  const periodOf = createCalendar('DAY', input.use_waba_timezone ? node.timezoneId : 'UTC');
  const range = { start: input.start * 1000, end: input.end * 1000 };
  const pointAt = (templateId: string, at: number | undefined): Point | undefined => {
    if (at === undefined || at < range.start || at >= range.end) return undefined;
    const period = periodOf(at);
    const key = `${templateId}/${period.start}`;
    const fresh = { templateId, ...period, sent: 0, delivered: 0, read: 0, cost: 0, clicks: new Map() };
    const point = points.get(key) ?? fresh;
    points.set(key, point);
    return point;
  };
  for (const state of listSends(world, node.id, range)) {
    const { templateId } = state.message;
    if (templateId === undefined || !input.template_ids.includes(templateId)) continue;
    countOne(state, (at) => pointAt(templateId, at), priceOf(world, state.message)?.amountMicros ?? 0);
    for (const { text, at } of listClicks(world, state)) {
      const point = pointAt(templateId, at);
      point?.clicks.set(text, (point.clicks.get(text) ?? 0) + 1);
    }
  }
  return points;
}

function countOne(
  state: OutboundState,
  pointAt: (at: number | undefined) => Point | undefined,
  amountMicros: number,
): void {
  const sent = pointAt(state.statusTimes.sent);
  const delivered = pointAt(deliveredAt(state));
  const read = pointAt(state.statusTimes.read);
  if (sent) sent.sent += 1;
  if (delivered) {
    delivered.delivered += 1;
    delivered.cost += amountMicros;
  }
  if (read) read.read += 1;
}

const buttonSchema = z.object({ text: z.string() });

/** Quick replies to the message: the customer's messages of type `button` that answer it. */
function* listClicks(world: GraphCall['simulation']['world'], { message }: OutboundState) {
  const chat = world.chats.get(`${message.phoneNumberId}/${message.waId}`);
  for (const messageId of chat?.messageIds ?? []) {
    const inbound = world.received.get(messageId)?.message;
    if (inbound?.type !== 'button' || inbound.contextId !== message.id) continue;
    const parsed = buttonSchema.safeParse(inbound.content);
    if (parsed.success) yield { text: parsed.data.text, at: inbound.at };
  }
}

function show(
  { templateId, clicks, start, end, sent, delivered, read, cost }: Point,
  input: Input,
): JsonObject {
  const has = (metric: (typeof metrics)[number]) => input.metric_types.includes(metric);
  const clicked = [...clicks].map(([text, count]) => ({
    type: 'quick_reply_button',
    button_content: text,
    count,
  }));
  return {
    template_id: templateId,
    start,
    end,
    ...(has('SENT') ? { sent } : {}),
    ...(has('DELIVERED') ? { delivered } : {}),
    ...(has('READ') ? { read } : {}),
    ...(has('CLICKED') && clicked.length > 0 ? { clicked } : {}),
    ...(has('COST') ? { cost: [{ type: 'amount_spent', value: cost / 1_000_000 }] } : {}),
  };
}
