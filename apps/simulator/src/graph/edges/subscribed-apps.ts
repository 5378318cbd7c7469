import { verifyCallback } from '../../webhooks/handshake.ts';
import type { Waba } from '../../world/entities.ts';
import type { Random } from '../../world/time/random.ts';
import { subscriptionKey } from '../../world/world.ts';
import type { Edges, GraphCall } from '../graph-call.ts';
import { managementScope, textParameter } from '../graph-call.ts';
import { callbackRefused, GraphError, missingParameter } from '../graph-error.ts';

const longestOverrideUrl = 200;

/** `/{waba-id}/subscribed_apps`: which apps hear of this WABA, and where. */
export const subscribedAppsEdges: Edges<'waba'> = {
  'GET subscribed_apps': { scope: managementScope, handle: listSubscribedApps },
  'POST subscribed_apps': { scope: managementScope, handle: subscribeApp },
  'DELETE subscribed_apps': {
    scope: managementScope,
    handle({ simulation, caller, node }) {
      simulation.commit({
        kind: 'entity-removed',
        entity: 'subscriptions',
        key: subscriptionKey(caller.app.id, node.id),
      });
      return { success: true };
    },
  },
};

function listSubscribedApps({ simulation: { world }, node }: GraphCall<Waba>): unknown {
  const data = [...world.subscriptions.values()].flatMap((subscription) => {
    const app = world.apps.get(subscription.appId);
    if (subscription.wabaId !== node.id || !app) return [];
    return [
      {
        whatsapp_business_api_data: {
          id: app.id,
          name: app.name,
          link: `https://www.facebook.com/games/?app_id=${app.id}`,
        },
        ...(subscription.overrideCallbackUrl
          ? { override_callback_uri: subscription.overrideCallbackUrl }
          : {}),
      },
    ];
  });
  return { data };
}

/** Subscribes the calling app; an override is verified first, and no override removes the former one. */
async function subscribeApp(call: GraphCall<Waba>): Promise<unknown> {
  const { simulation, caller, node } = call;
  const overrideCallbackUrl = textParameter(call, 'override_callback_uri') || undefined;
  if (overrideCallbackUrl !== undefined)
    await verifyOverride(simulation.random, overrideCallbackUrl, textParameter(call, 'verify_token'));
  const subscription = { appId: caller.app.id, wabaId: node.id, overrideCallbackUrl };
  const key = subscriptionKey(caller.app.id, node.id);
  const isSame = simulation.world.subscriptions.get(key)?.overrideCallbackUrl === overrideCallbackUrl;
  if (!isSame || !simulation.world.subscriptions.has(key)) {
    simulation.commit({ kind: 'entities', entities: { subscriptions: [subscription] } });
  }
  return { success: true };
}

/** Throws 100 when the URL is too long or the token missing, 2200 when the endpoint fails the handshake. */
export async function verifyOverride(
  random: Random,
  callbackUrl: string,
  verifyToken: string | undefined,
): Promise<void> {
  if (callbackUrl.length > longestOverrideUrl) {
    throw new GraphError(100, {
      message: `(#100) Param override_callback_uri must be no longer than ${longestOverrideUrl} characters.`,
    });
  }
  if (!verifyToken) throw missingParameter('verify_token');
  const refusal = await verifyCallback(callbackUrl, verifyToken, random);
  if (refusal !== undefined) throw callbackRefused(refusal);
}
