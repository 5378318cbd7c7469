import type { Simulation } from '../../simulation.ts';
import type { PhoneNumber } from '../entities.ts';
import { buildWamid } from '../messages/wamid.ts';
import { settingsOf } from '../numbers/settings-of.ts';
import { planTask } from '../tasks/plan-task.ts';
import { chatKey, type World } from '../world.ts';
import type { Call, SessionDescription } from './call.ts';
import { changePermission, permissionOf, revokedAfter, temporaryPermissionMs } from './permissions.ts';
import { tellCallStatus, tellConnect, tellTerminate } from './tell-call.ts';

const callIdHexLength = 32;

/** What a person adds to a call: where the call button was, and the session of the phone. */
export interface UserCallInput {
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly sdp?: string | undefined;
  readonly deeplinkPayload?: string | undefined;
  readonly ctaPayload?: string | undefined;
}

/** Why a phone cannot call: no call button, the business has blocked the person, or they speak already. */
export type UserCallRefusal = 'calling_disabled' | 'blocked' | 'busy';

/**
 * A person calls the business: it rings until the business accepts, rejects, or too long. It opens the window, answered
 * or not, and gives permission to call back where the number says so (Meta: user-initiated calls).
 */
export function userCalls(simulation: Simulation, input: UserCallInput): Call | UserCallRefusal {
  const { world, clock, random } = simulation;
  const { phoneNumberId, waId, sdp, deeplinkPayload, ctaPayload } = input;
  if (!isCallingEnabled(world, phoneNumberId)) return 'calling_disabled';
  if (world.blocks.has(chatKey(phoneNumberId, waId))) return 'blocked';
  if (findRunning(world, phoneNumberId, waId)) return 'busy';
  const call = startCall(simulation, {
    id: buildCallId('inbound', waId, random.hex(callIdHexLength)),
    phoneNumberId,
    waId,
    direction: 'USER_INITIATED',
    offer: { sdp_type: 'offer', sdp: sdp ?? buildSdp(random.digits(19)) },
    deeplinkPayload,
    ctaPayload,
  });
  simulation.commit({ kind: 'user-called', phoneNumberId, waId, at: clock.now() });
  tellConnect(simulation, call, call.offer);
  if (settingsOf(world, phoneNumberId).calling?.callback_permission_status === 'ENABLED') {
    grantByCalling(simulation, phoneNumberId, waId);
  }
  return call;
}

/** The business calls. Whether it may has been checked. The phone rings if it is reachable. */
export function businessCalls(
  simulation: Simulation,
  given: Pick<Call, 'phoneNumberId' | 'waId' | 'offer' | 'callbackData'>,
): Call {
  const { world, random } = simulation;
  const call = startCall(simulation, {
    ...given,
    id: buildCallId('outbound', given.waId, random.hex(callIdHexLength)),
    direction: 'BUSINESS_INITIATED',
    answer: { sdp_type: 'answer', sdp: buildSdp(random.digits(19)) },
  });
  if (call.answer) tellConnect(simulation, call, call.answer);
  if (world.customers.get(call.waId)?.online) tellCallStatus(simulation, call, 'RINGING');
  return call;
}

/** The person picks up a call of the business. False when it rings no more. */
export function userAnswers(simulation: Simulation, callId: string): boolean {
  const call = simulation.world.calls.get(callId);
  if (call?.direction !== 'BUSINESS_INITIATED' || call.state !== 'ringing') return false;
  acceptCall(simulation, call, {});
  tellCallStatus(simulation, call, 'ACCEPTED');
  return true;
}

/** The person does not want it. False when it rings no more. */
export function userRejects(simulation: Simulation, callId: string): boolean {
  const call = simulation.world.calls.get(callId);
  if (call?.direction !== 'BUSINESS_INITIATED' || call.state !== 'ringing') return false;
  tellCallStatus(simulation, call, 'REJECTED');
  endCall(simulation, call, 'rejected');
  return true;
}

/** The person ends a call, or gives up before it was answered. False when it was over. */
export function userHangsUp(simulation: Simulation, callId: string): boolean {
  const call = simulation.world.calls.get(callId);
  if (!call || call.state === 'ended') return false;
  endCall(simulation, call, call.acceptedAt === undefined ? 'missed' : 'completed');
  return true;
}

/** From now on they speak: a connected call resets what was asked for and not answered. */
export function acceptCall(simulation: Simulation, call: Call, change: Partial<Call>): void {
  saveCall(simulation, { ...call, ...change, state: 'accepted', acceptedAt: simulation.clock.now() });
  changePermission(simulation, call.phoneNumberId, call.waId, { requestedAt: [], unanswered: 0 });
}

/** Ends a call and tells of it. A call of the business that nobody took counts against its permission. */
export function endCall(simulation: Simulation, call: Call, outcome: NonNullable<Call['outcome']>): void {
  const ended: Call = { ...call, state: 'ended', endedAt: simulation.clock.now(), outcome };
  saveCall(simulation, ended);
  tellTerminate(simulation, ended);
  const isUnanswered = call.direction === 'BUSINESS_INITIATED' && call.acceptedAt === undefined;
  if (isUnanswered) countUnanswered(simulation, call);
}

/** Planned when a call starts: it has rung too long. */
export function missCall(simulation: Simulation, { callId }: { readonly callId: string }): void {
  const call = simulation.world.calls.get(callId);
  if (call && (call.state === 'ringing' || call.state === 'pre_accepted'))
    endCall(simulation, call, 'missed');
}

export function saveCall({ commit }: Pick<Simulation, 'commit'>, call: Call): void {
  commit({ kind: 'entities', entities: { calls: [call] } });
}

export function isCallingEnabled(world: World, phoneNumberId: string): boolean {
  return settingsOf(world, phoneNumberId).calling?.status === 'ENABLED';
}

/** The call a pair is in. */
export function findRunning(world: World, phoneNumberId: string, waId: string): Call | undefined {
  return listRunning(world, phoneNumberId).find((call) => call.waId === waId);
}

export function listRunning(world: World, phoneNumberId: PhoneNumber['id']): Call[] {
  return [...world.calls.values()].filter(
    (call) => call.phoneNumberId === phoneNumberId && call.state !== 'ended',
  );
}

function startCall(simulation: Simulation, given: Omit<Call, 'state' | 'at'>): Call {
  const { world, clock } = simulation;
  const call: Call = { ...given, state: 'ringing', at: clock.now() };
  saveCall(simulation, call);
  planTask(simulation, 'call-missed', clock.now() + world.settings.graph.callRingMs, { callId: call.id });
  return call;
}

function grantByCalling(simulation: Simulation, phoneNumberId: string, waId: string): void {
  const now = simulation.clock.now();
  if (permissionOf(simulation.world, phoneNumberId, waId, now).status === 'permanent') return;
  changePermission(simulation, phoneNumberId, waId, {
    status: 'temporary',
    expiresAt: now + temporaryPermissionMs,
  });
}

function countUnanswered(simulation: Simulation, { phoneNumberId, waId }: Call): void {
  const { world, clock } = simulation;
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  const unanswered = permissionOf(world, phoneNumberId, waId, clock.now()).unanswered + 1;
  const isRevoked = phoneNumber !== undefined && unanswered >= revokedAfter(phoneNumber);
  changePermission(simulation, phoneNumberId, waId, {
    unanswered,
    ...(isRevoked ? { status: 'no_permission', expiresAt: undefined } : {}),
  });
}

function buildCallId(direction: 'inbound' | 'outbound', waId: string, uniqueHex: string): string {
  return buildWamid(direction, waId, uniqueHex).replace(/^wamid/, 'wacid');
}

/** A session nobody sends media over: enough for a program that looks at it. */
function buildSdp(sessionId: string): SessionDescription['sdp'] {
  const lines = [
    'v=0',
    `o=- ${sessionId} 2 IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    'a=group:BUNDLE audio',
    'a=ice-lite',
    'm=audio 3480 UDP/TLS/RTP/SAVPF 111',
    'c=IN IP4 127.0.0.1',
    'a=rtpmap:111 opus/48000/2',
    'a=setup:actpass',
    'a=mid:audio',
    'a=sendrecv',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
