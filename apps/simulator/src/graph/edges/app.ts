import { isWebhookFieldName } from '@renkei/graph-api';
import { verifyCallback } from '../../webhooks/handshake.ts';
import type { App } from '../../world/entities.ts';
import { type FieldTable, selectFields } from '../fields/select-fields.ts';
import type { Edges, GraphCall } from '../graph-call.ts';
import { managementScope, textParameter } from '../graph-call.ts';
import { callbackRefused, GraphError, missingParameter } from '../graph-error.ts';
import { badParameter } from '../input/read-input.ts';
import { listLibrary } from '../templates/list-library.ts';
import { appSolutionEdges } from '../topics/partners/solutions.ts';
import { createUploadEdges } from '../topics/uploads/create-upload.ts';

const fields: FieldTable<App> = {
  name: (node) => node.name,
  link: (node) => `https://www.facebook.com/games/?app_id=${node.id}`,
  category: () => 'Business',
  namespace: () => undefined,
};

const webhookObject = 'whatsapp_business_account';

/** `/{app-id}` (also as `/app`) and its webhook subscription. */
export const appEdges: Edges<'app'> = {
  'GET message_template_library': { scope: managementScope, handle: listLibrary },
  'GET ': {
    handle: (call) => {
      if (call.caller.app.id !== call.node.id) {
        throw new GraphError(190, { message: 'Invalid OAuth access token.' });
      }
      const defaults = ['category', 'link', 'name'];
      return selectFields(call.node, fields, defaults, textParameter(call, 'fields'), 'Application');
    },
  },
  ...createUploadEdges,
  ...appSolutionEdges,
  'GET subscriptions': { handle: listSubscriptions },
  'POST subscriptions': { handle: subscribe },
  'DELETE subscriptions': {
    handle(call) {
      requireAppToken(call);
      save(call, { callbackUrl: undefined, verifyToken: undefined, fields: [] });
      return { success: true };
    },
  },
};

function requireAppToken(call: GraphCall<App>): void {
  if (call.caller.isAppToken && call.caller.app.id === call.node.id) return;
  throw new GraphError(15, { message: '(#15) This method must be called with an app access_token.' });
}

function listSubscriptions(call: GraphCall<App>): unknown {
  requireAppToken(call);
  const { callbackUrl, webhookVersion, fields: names } = call.node;
  if (callbackUrl === undefined) return { data: [] };
  const subscribed = names.map((name) => ({ name, version: webhookVersion }));
  return { data: [{ object: webhookObject, callback_url: callbackUrl, active: true, fields: subscribed }] };
}

/** Sets callback, verify token and fields after the handshake; refused with 2200 when it fails. */
async function subscribe(call: GraphCall<App>): Promise<unknown> {
  requireAppToken(call);
  const callbackUrl = textParameter(call, 'callback_url');
  const verifyToken = textParameter(call, 'verify_token');
  if (textParameter(call, 'object') !== webhookObject) throw missingParameter('object');
  if (!callbackUrl) throw missingParameter('callback_url');
  if (!verifyToken) throw missingParameter('verify_token');
  const names = readFieldNames(call.parameters.fields);
  if (names.length === 0) throw missingParameter('fields');
  const unknown = names.find((name) => !isWebhookFieldName(name) && !undocumentedFields.has(name));
  if (unknown !== undefined) throw badParameter('fields', `must be webhook fields - got "${unknown}".`);
  const refusal = await verifyCallback(callbackUrl, verifyToken, call.simulation.random);
  if (refusal !== undefined) {
    throw callbackRefused(refusal);
  }
  save(call, { callbackUrl, verifyToken, fields: names });
  return { success: true };
}

/** Seen in Meta's dashboard, without a documented payload. */
const undocumentedFields: ReadonlySet<string> = new Set(['consumer_profile', 'tracking_events']);

function readFieldNames(value: unknown): string[] {
  const names = Array.isArray(value)
    ? value.map(String)
    : (typeof value === 'string' ? value : '').split(',');
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

function save({ simulation, node }: GraphCall<App>, change: Partial<App>): void {
  simulation.commit({ kind: 'entities', entities: { apps: [{ ...node, ...change }] } });
}
