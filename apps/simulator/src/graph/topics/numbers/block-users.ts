import { classifyGraphError, readPhoneDigits } from '@renkei/graph-api';
import { z } from 'zod';
import type { Customer, PhoneNumber } from '../../../world/entities.ts';
import { isServiceWindowOpen } from '../../../world/limits/window.ts';
import { findByUserId } from '../../../world/user-id.ts';
import { chatKey, getChat } from '../../../world/world.ts';
import { page } from '../../fields/page.ts';
import { type Edges, GraphAnswer, type GraphCall, messagingScope } from '../../graph-call.ts';
import { GraphError, renderGraphError } from '../../graph-error.ts';
import { readInput } from '../../input/read-input.ts';
import { graphList, messagingProduct } from '../../input/values.ts';

const mostBlocked = 64_000;

const inputSchema = z.object({
  messaging_product: messagingProduct,
  block_users: graphList(
    z
      .strictObject({ user: z.string().optional(), user_id: z.string().optional() })
      .refine(({ user, user_id }) => user !== undefined || user_id !== undefined, 'must name a user.'),
    { min: 1 },
  ),
});

type Named = z.infer<typeof inputSchema>['block_users'][number];

interface Done {
  readonly input: string;
  readonly wa_id: string;
}

interface Failed {
  readonly input: string;
  readonly wa_id?: string;
  readonly errors: readonly unknown[];
}

/** `/{phone-number-id}/block_users`: only who wrote in the last 24 h can be blocked (Meta: block users). */
export const blockUsersEdges: Edges<'phoneNumber'> = {
  'GET block_users': {
    scope: messagingScope,
    handle(call) {
      const { world } = call.simulation;
      const blocks = [...world.blocks.values()].filter(({ phoneNumberId }) => phoneNumberId === call.node.id);
      return page(call, `${call.node.id}/block_users`, blocks.reverse(), ({ waId }) => ({
        messaging_product: 'whatsapp',
        wa_id: waId,
      }));
    },
  },
  'POST block_users': { scope: messagingScope, handle: (call) => changeAll(call, 'added_users', block) },
  'DELETE block_users': {
    scope: messagingScope,
    handle: (call) => changeAll(call, 'removed_users', unblock),
  },
};

type Change = (call: GraphCall<PhoneNumber>, customer: Customer) => number | undefined;

/** One by one; when some fail the answer is HTTP 400 with both what was done and error 139100. */
function changeAll(call: GraphCall<PhoneNumber>, doneKey: string, change: Change): unknown {
  const { block_users: users } = readInput(call, inputSchema);
  const done: Done[] = [];
  const failed: Failed[] = [];
  for (const user of users) {
    const input = user.user ?? user.user_id ?? '';
    const customer = findCustomer(call, user);
    const code = customer ? change(call, customer) : 131026;
    if (code === undefined && customer) done.push({ input, wa_id: customer.waId });
    else
      failed.push({
        input,
        ...(customer ? { wa_id: customer.waId } : {}),
        errors: [describe(code ?? 139103)],
      });
  }
  const answer = { messaging_product: 'whatsapp', block_users: { [doneKey]: done } };
  if (failed.length === 0) return answer;
  const { httpStatus, body } = renderGraphError(
    new GraphError(139100, { details: 'Failed to block or unblock some users. See failed_users.' }),
    `A${call.simulation.random.base62(22)}`,
  );
  const blockUsers = { [doneKey]: done, failed_users: failed };
  return new GraphAnswer(httpStatus, { messaging_product: 'whatsapp', block_users: blockUsers, ...body });
}

function block({ simulation, node }: GraphCall<PhoneNumber>, { waId }: Customer): number | undefined {
  const { world, clock, commit } = simulation;
  if (world.blocks.has(chatKey(node.id, waId))) return undefined;
  if ([...world.phoneNumbers.values()].some(({ digits }) => digits === waId)) return 131026;
  const window = getChat(world, node.id, waId)?.window;
  if (!window || !isServiceWindowOpen(window, clock.now())) return 131047;
  const own = [...world.blocks.values()].filter(({ phoneNumberId }) => phoneNumberId === node.id);
  if (own.length >= mostBlocked) throw new GraphError(139101);
  commit({ kind: 'entities', entities: { blocks: [{ phoneNumberId: node.id, waId, at: clock.now() }] } });
  return undefined;
}

function unblock({ simulation, node }: GraphCall<PhoneNumber>, { waId }: Customer): number | undefined {
  const key = chatKey(node.id, waId);
  if (simulation.world.blocks.has(key)) simulation.commit({ kind: 'entity-removed', entity: 'blocks', key });
  return undefined;
}

function findCustomer({ simulation: { world }, node }: GraphCall<PhoneNumber>, named: Named) {
  if (named.user_id !== undefined) return findByUserId(world, named.user_id, node);
  return world.customers.get(readPhoneDigits(named.user ?? '') ?? '');
}

function describe(code: number): unknown {
  const title = classifyGraphError(code).title.en;
  const details =
    code === 131047
      ? 'Users can only be blocked within 24 hours of their last message to the business.'
      : title;
  return { message: title, code, error_data: { details } };
}
