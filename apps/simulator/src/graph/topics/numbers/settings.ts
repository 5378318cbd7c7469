import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { notify } from '../../../webhooks/notify.ts';
import type { JsonObject, PhoneNumber } from '../../../world/entities.ts';
import { changeSettings } from '../../../world/numbers/change-settings.ts';
import { settingsOf } from '../../../world/numbers/settings-of.ts';
import { type Edges, type GraphCall, managementScope, textParameter } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphBoolean, graphInteger, graphObject } from '../../input/values.ts';
import { type CallingSettings, callingSchema } from './calling-settings.ts';

const regions = 'AE AU BH BR CA CH DE GB ID IN JP KR SG ZA'.split(' ');

const inputSchema = z.object({
  calling: graphObject(callingSchema).optional(),
  user_identity_change: graphObject(
    z.strictObject({ enable_identity_key_check: graphBoolean.optional(), enabled: graphBoolean.optional() }),
  ).optional(),
  payload_encryption: graphObject(
    z.strictObject({ status: z.enum(['ENABLED', 'DISABLED']), client_encryption_key: z.string().optional() }),
  ).optional(),
  storage_configuration: graphObject(
    z.strictObject({
      status: z.enum([
        'DEFAULT',
        'IN_COUNTRY_STORAGE_ENABLED',
        'IN_COUNTRY_STORAGE_DISABLED',
        'NO_STORAGE_ENABLED',
      ]),
      data_localization_region: z.enum(regions).optional(),
      retention_minutes: graphInteger.pipe(z.literal(60)).optional(),
    }),
  ).optional(),
});

type SettingsInput = z.infer<typeof inputSchema>;
type Feature = keyof SettingsInput;

/** What each feature does when it is set. */
const setters: {
  readonly [Name in Feature]: (call: GraphCall<PhoneNumber>, value: NonNullable<SettingsInput[Name]>) => void;
} = {
  calling: setCalling,
  user_identity_change(call, { enable_identity_key_check: check, enabled }) {
    changeSettings(call.simulation, call.node.id, { identityCheck: check ?? enabled ?? false });
  },
  payload_encryption(call, { status, client_encryption_key: clientEncryptionKey }) {
    if (status === 'ENABLED' && !isPublicKey(clientEncryptionKey)) {
      throw badParameter(
        "payload_encryption['client_encryption_key']",
        'must be a public key in PEM format.',
      );
    }
    changeSettings(call.simulation, call.node.id, { payloadEncryption: { status, clientEncryptionKey } });
  },
  storage_configuration(call, storage) {
    if (storage.status === 'IN_COUNTRY_STORAGE_ENABLED' && !storage.data_localization_region) {
      throw badParameter("storage_configuration['data_localization_region']", 'is required.');
    }
    if (storage.status === 'NO_STORAGE_ENABLED' && call.node.registered) {
      throw badParameter(
        "storage_configuration['status']",
        'cannot be changed while the number is registered.',
      );
    }
    changeSettings(call.simulation, call.node.id, { storage });
  },
};

/** `/{phone-number-id}/settings`: one feature per POST (Meta: phone number settings, 2026). */
export const settingsEdges: Edges<'phoneNumber'> = {
  'GET settings': {
    scope: managementScope,
    handle: (call) => showSettings(call, textParameter(call, 'include_sip_credentials') === 'true'),
  },
  'POST settings': {
    scope: managementScope,
    handle(call) {
      const input = readInput(call, inputSchema);
      // The keys of the setters are exactly the features.
      const named = (Object.keys(setters) as Feature[]).filter((feature) => input[feature] !== undefined);
      const [feature, another] = named;
      if (!feature || another) {
        throw new GraphError(100, { message: '(#100) Exactly one setting must be given.' });
      }
      set(call, feature, input);
      return { success: true };
    },
  },
};

function set<Name extends Feature>(call: GraphCall<PhoneNumber>, feature: Name, input: SettingsInput): void {
  const value = input[feature];
  if (value !== undefined) setters[feature](call, value);
}

/** Merged key by key; opening hours are replaced whole, so leaving the holidays out deletes them. */
function setCalling(call: GraphCall<PhoneNumber>, given: CallingSettings): void {
  const { simulation, node } = call;
  const before = settingsOf(simulation.world, node.id).calling ?? {};
  if (given.status === 'ENABLED') requireCallingReady(call, given);
  const today = new Date(simulation.clock.now()).toISOString().slice(0, 10);
  if (given.call_hours?.holiday_schedule?.some(({ date }) => date < today)) {
    throw badParameter("calling['call_hours']['holiday_schedule']", 'must not have dates in the past.');
  }
  changeSettings(simulation, node.id, { calling: { ...before, ...given } });
  const told = toldOf(given);
  if (Object.keys(told).length === 0) return;
  notify(simulation, {
    field: 'account_settings_update',
    phoneNumberId: node.id,
    value: {
      messaging_product: 'whatsapp',
      timestamp: String(Math.floor(simulation.clock.now() / 1000)),
      type: 'PHONE_NUMBER_SETTINGS',
      phone_number_settings: { phone_number_id: node.id, calling: told },
    },
  });
}

/** 138015 below a messaging limit of 2,000; 138018 without an app that hears of calls and without SIP. */
function requireCallingReady({ simulation, node }: GraphCall<PhoneNumber>, given: CallingSettings): void {
  const { world } = simulation;
  const limit = world.portfolios.get(world.wabas.get(node.wabaId)?.portfolioId ?? '')?.messagingLimit ?? '';
  const isTest = node.accountMode === 'SANDBOX';
  if (node.onBusinessApp || (!isTest && tooSmallLimits.has(limit))) throw new GraphError(138015);
  const hears = [...world.subscriptions.values()].some(
    ({ wabaId, appId }) => wabaId === node.wabaId && world.apps.get(appId)?.fields.includes('calls'),
  );
  if (!hears && given.sip?.status !== 'ENABLED') throw new GraphError(138018);
}

const tooSmallLimits = new Set(['TIER_50', 'TIER_250', 'TIER_1K', 'TIER_NOT_SET']);

/** Only these changes are told of by webhook. */
function toldOf(given: CallingSettings): JsonObject {
  const { status, call_icon_visibility, callback_permission_status, sip, srtp_key_exchange_protocol } = given;
  const told = {
    status,
    call_icon_visibility,
    callback_permission_status,
    sip: sip && { status: sip.status },
    srtp_key_exchange_protocol,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

function showSettings({ simulation, node }: GraphCall<PhoneNumber>, withCredentials: boolean): unknown {
  const { calling, identityCheck, payloadEncryption, storage } = settingsOf(simulation.world, node.id);
  return {
    calling: {
      status: 'DISABLED',
      call_icon_visibility: 'DEFAULT',
      callback_permission_status: 'DISABLED',
      srtp_key_exchange_protocol: 'DTLS',
      ...calling,
      ...(withCredentials ? showCredentials(node, calling) : {}),
    },
    user_identity_change: { enable_identity_key_check: identityCheck },
    ...(payloadEncryption
      ? {
          payload_encryption: {
            status: payloadEncryption.status,
            ...(payloadEncryption.clientEncryptionKey
              ? { client_encryption_key: payloadEncryption.clientEncryptionKey }
              : {}),
          },
        }
      : { payload_encryption: { status: 'DISABLED' } }),
    storage_configuration: storage ?? { status: 'DEFAULT' },
    id: node.id,
  };
}

const sipSchema = z.looseObject({ sip: z.looseObject({ servers: z.array(z.looseObject({})) }) });

function showCredentials(node: PhoneNumber, calling: JsonObject | undefined) {
  const parsed = sipSchema.safeParse(calling);
  if (!parsed.success) return {};
  const password = Buffer.from(`sip:${node.id}`).toString('base64url');
  const servers = parsed.data.sip.servers.map((server) => ({ ...server, sip_user_password: password }));
  return { sip: { ...parsed.data.sip, servers } };
}

function isPublicKey(pem: string | undefined): boolean {
  try {
    return pem !== undefined && createPublicKey(pem).type === 'public';
  } catch {
    // Whatever is wrong with it, it is no key.
    return false;
  }
}
