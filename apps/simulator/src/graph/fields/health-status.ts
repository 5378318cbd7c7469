import type { App, PhoneNumber, Waba } from '../../world/entities.ts';
import type { World } from '../../world/world.ts';

type Ability = 'AVAILABLE' | 'LIMITED' | 'BLOCKED';

interface HealthEntity {
  readonly entity_type: 'PHONE_NUMBER' | 'WABA' | 'BUSINESS' | 'APP' | 'MESSAGE_TEMPLATE' | 'FLOW';
  readonly id: string;
  readonly can_send_message: Ability;
  readonly additional_info?: readonly string[];
  readonly errors?: readonly HealthError[];
  readonly can_receive_call_sip?: Ability;
}

interface HealthError {
  readonly error_code: number;
  readonly error_description: string;
  readonly possible_solution: string;
}

/** `health_status` of a number: the worst of number, WABA, portfolio and app (Meta: health status). */
export function numberHealth(world: World, app: App, node: PhoneNumber) {
  return combine([numberEntity(node), ...accountEntities(world, app, node.wabaId)]);
}

export function wabaHealth(world: World, app: App, { id }: Pick<Waba, 'id'>) {
  return combine(accountEntities(world, app, id));
}

/** Of a template or flow; `can` says what stands in its own way. */
export function assetHealth(
  world: World,
  app: App,
  asset: Pick<HealthEntity, 'entity_type' | 'id' | 'can_send_message'> & { readonly wabaId: string },
) {
  const { wabaId, ...entity } = asset;
  return combine([entity, ...accountEntities(world, app, wabaId)]);
}

const blockedStatuses = new Set(['BANNED', 'DISCONNECTED', 'DELETED', 'MIGRATED', 'PENDING', 'UNVERIFIED']);
const limitedStatuses = new Set(['FLAGGED', 'RESTRICTED', 'RATE_LIMITED']);

function numberEntity(node: PhoneNumber): HealthEntity {
  const base = { entity_type: 'PHONE_NUMBER', id: node.id, can_receive_call_sip: 'BLOCKED' } as const;
  if (!node.registered || blockedStatuses.has(node.status)) {
    return { ...base, can_send_message: 'BLOCKED', errors: [notRegistered] };
  }
  const reasons = [
    ...(limitedStatuses.has(node.status) ? [`The phone number is ${node.status.toLowerCase()}.`] : []),
    ...(nameIsFine.has(node.nameStatus)
      ? []
      : ['Your display name has not been approved yet. Your message limit will increase after it is.']),
  ];
  if (reasons.length === 0) return { ...base, can_send_message: 'AVAILABLE' };
  return { ...base, can_send_message: 'LIMITED', additional_info: reasons };
}

const nameIsFine = new Set(['APPROVED', 'AVAILABLE_WITHOUT_REVIEW']);

const notRegistered: HealthError = {
  error_code: 141000,
  error_description: 'The phone number is not connected.',
  possible_solution: 'Register the phone number on Cloud API.',
};

function accountEntities(world: World, app: App, wabaId: string): HealthEntity[] {
  const portfolio = world.portfolios.get(world.wabas.get(wabaId)?.portfolioId ?? '');
  return [
    wabaEntity(world, wabaId),
    {
      entity_type: 'BUSINESS',
      id: portfolio?.id ?? '',
      ...(portfolio?.verificationStatus === 'verified'
        ? { can_send_message: 'AVAILABLE' }
        : { can_send_message: 'LIMITED', additional_info: ['The business has not been verified.'] }),
    },
    { entity_type: 'APP', id: app.id, can_send_message: 'AVAILABLE', can_receive_call_sip: 'BLOCKED' },
  ];
}

function wabaEntity(world: World, wabaId: string): HealthEntity {
  const waba = world.wabas.get(wabaId);
  const base = { entity_type: 'WABA', id: wabaId } as const;
  if (waba?.isDisabled) return { ...base, can_send_message: 'BLOCKED', errors: [disabled] };
  if (waba?.isPaymentMissing) return { ...base, can_send_message: 'BLOCKED', errors: [paymentMissing] };
  const restrictions = waba?.restrictions ?? [];
  if (restrictions.length === 0) return { ...base, can_send_message: 'AVAILABLE' };
  return {
    ...base,
    can_send_message: 'LIMITED',
    additional_info: restrictions.map(({ type }) => `The account is restricted: ${type}.`),
  };
}

const disabled: HealthError = {
  error_code: 141010,
  error_description: 'The WhatsApp Business account is disabled for violating the policy.',
  possible_solution: 'Appeal in Business Support Home.',
};

const paymentMissing: HealthError = {
  error_code: 141006,
  error_description: 'There is an issue with the payment method of the WhatsApp Business account.',
  possible_solution: 'Add a valid payment method in WhatsApp Manager.',
};

const badness: readonly Ability[] = ['AVAILABLE', 'LIMITED', 'BLOCKED'];

function combine(entities: readonly HealthEntity[]) {
  const worst = Math.max(...entities.map(({ can_send_message }) => badness.indexOf(can_send_message)));
  return { can_send_message: badness[worst] ?? 'AVAILABLE', entities };
}
