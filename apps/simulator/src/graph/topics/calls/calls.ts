import { readPhoneDigits } from '@renkei/graph-api';
import { z } from 'zod';
import type { Call } from '../../../world/calls/call.ts';
import {
  acceptCall,
  businessCalls,
  endCall,
  findRunning,
  isCallingEnabled,
  listRunning,
  saveCall,
} from '../../../world/calls/calls.ts';
import { permissionOf } from '../../../world/calls/permissions.ts';
import type { Customer, PhoneNumber } from '../../../world/entities.ts';
import { settingsOf } from '../../../world/numbers/settings-of.ts';
import { findCountry } from '../../../world/places/find-country.ts';
import { findByUserId } from '../../../world/user-id.ts';
import { type Edges, type GraphCall, messagingScope } from '../../graph-call.ts';
import { GraphError, missingParameter } from '../../graph-error.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphObject, graphTextOf, messagingProduct } from '../../input/values.ts';
import { connectedToday } from './connected-today.ts';

const sessionSchema = <Type extends 'offer' | 'answer'>(type: Type) =>
  graphObject(z.strictObject({ sdp_type: z.literal(type), sdp: z.string().min(1) }));

const headSchema = z.object({
  messaging_product: messagingProduct,
  action: z.enum(['connect', 'pre_accept', 'accept', 'reject', 'terminate']),
});
const connectSchema = z.object({
  to: z.string().optional(),
  recipient: z.string().optional(),
  session: sessionSchema('offer'),
  biz_opaque_callback_data: graphTextOf(512).optional(),
});
const answerSchema = z.object({
  call_id: z.string(),
  session: sessionSchema('answer'),
  biz_opaque_callback_data: graphTextOf(512).optional(),
});
const endSchema = z.object({ call_id: z.string() });

type Action = z.infer<typeof headSchema>['action'];

const actions: { readonly [Name in Action]: (call: GraphCall<PhoneNumber>) => unknown } = {
  connect,
  pre_accept: preAccept,
  accept,
  reject(call) {
    const running = requireRunning(call, readInput(call, endSchema).call_id);
    if (running.direction !== 'USER_INITIATED' || running.state === 'accepted') throw wrongState(running);
    endCall(call.simulation, running, 'rejected');
    return done;
  },
  terminate(call) {
    const running = requireRunning(call, readInput(call, endSchema).call_id);
    endCall(call.simulation, running, running.acceptedAt === undefined ? 'missed' : 'completed');
    return done;
  },
};

const done = { messaging_product: 'whatsapp', success: true };

/** `POST /{phone-number-id}/calls`: the signalling of calls; sessions are passed on and never looked into. */
export const callEdges: Edges<'phoneNumber'> = {
  'POST calls': {
    scope: messagingScope,
    handle(call) {
      const { action } = readInput(call, headSchema);
      const { calling } = settingsOf(call.simulation.world, call.node.id);
      if (!isCallingEnabled(call.simulation.world, call.node.id)) throw new GraphError(138000);
      if (usesSip(calling)) throw new GraphError(131055);
      return actions[action](call);
    },
  },
};

function usesSip(calling: unknown): boolean {
  return z.object({ sip: z.object({ status: z.literal('ENABLED') }) }).safeParse(calling).success;
}

/** Business numbers of these countries may not call (Meta: calling, 2026). */
const countriesWithoutCalls: ReadonlySet<string> = new Set(['US', 'CA', 'TR', 'EG', 'VN', 'NG']);

function connect(call: GraphCall<PhoneNumber>): unknown {
  const { simulation, node } = call;
  const { world, clock } = simulation;
  const input = readInput(call, connectSchema);
  if (input.to === undefined && input.recipient === undefined) throw missingParameter('to');
  if (countriesWithoutCalls.has(findCountry(node.digits) ?? '')) throw new GraphError(138013);
  const customer = findCustomer(call, input);
  if (!customer || customer.undeliverable) throw new GraphError(138001);
  const { waId } = customer;
  if (node.testRecipients && !node.testRecipients.includes(waId)) throw new GraphError(131030);
  if (permissionOf(world, node.id, waId, clock.now()).status === 'no_permission')
    throw new GraphError(138006);
  if (findRunning(world, node.id, waId)) throw new GraphError(138003);
  const { concurrentCalls, connectedCallsPerDay } = world.settings.graph;
  if (listRunning(world, node.id).length >= concurrentCalls) throw new GraphError(138002);
  if (connectedToday(world, node.id, waId, clock.now()) >= connectedCallsPerDay) throw new GraphError(138012);
  const { id } = businessCalls(simulation, {
    phoneNumberId: node.id,
    waId,
    offer: input.session,
    callbackData: input.biz_opaque_callback_data,
  });
  return { messaging_product: 'whatsapp', calls: [{ id }] };
}

function preAccept(call: GraphCall<PhoneNumber>): unknown {
  const { call_id: callId, session } = readInput(call, answerSchema);
  const running = requireIncoming(call, callId);
  if (running.state !== 'ringing') throw wrongState(running);
  saveCall(call.simulation, { ...running, state: 'pre_accepted', answer: session });
  return done;
}

/** The session must be the one of `pre_accept`, where there was one. */
function accept(call: GraphCall<PhoneNumber>): unknown {
  const input = readInput(call, answerSchema);
  const running = requireIncoming(call, input.call_id);
  if (running.answer && running.answer.sdp !== input.session.sdp) {
    throw badParameter("session['sdp']", 'must be the same as in pre_accept.');
  }
  const { biz_opaque_callback_data: callbackData, session } = input;
  acceptCall(call.simulation, running, { answer: session, callbackData });
  return done;
}

function requireIncoming(call: GraphCall<PhoneNumber>, callId: string): Call {
  const running = requireRunning(call, callId);
  if (running.direction !== 'USER_INITIATED' || running.state === 'accepted') throw wrongState(running);
  return running;
}

function requireRunning({ simulation: { world }, node }: GraphCall<PhoneNumber>, callId: string): Call {
  const call = world.calls.get(callId);
  if (call?.phoneNumberId !== node.id) throw badParameter('call_id', 'is not a valid call ID.');
  if (call.state === 'ended') throw wrongState(call);
  return call;
}

function wrongState({ state }: Call): GraphError {
  return new GraphError(100, { details: `The call is ${state}; this action is not possible any more.` });
}

function findCustomer(
  { simulation: { world }, node }: GraphCall<PhoneNumber>,
  { to, recipient }: z.infer<typeof connectSchema>,
): Customer | undefined {
  if (to === undefined) return findByUserId(world, recipient ?? '', node);
  return world.customers.get(readPhoneDigits(to) ?? '');
}
