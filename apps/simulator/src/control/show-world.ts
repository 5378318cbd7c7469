import type { World } from '../world/world.ts';

/** The whole world as lists, with ids, secrets and tokens: what `POST /control/world` answers. */
export function showWorld(world: World) {
  const tokens = [...world.tokens.values()];
  return {
    portfolios: [...world.portfolios.values()],
    wabas: [...world.wabas.values()].map((waba) => ({
      ...waba,
      phoneNumbers: [...world.phoneNumbers.values()].filter(({ wabaId }) => wabaId === waba.id),
      templates: [...world.templates.values()].filter(({ wabaId }) => wabaId === waba.id),
      subscriptions: [...world.subscriptions.values()].filter(({ wabaId }) => wabaId === waba.id),
    })),
    apps: [...world.apps.values()].map((app) => ({
      ...app,
      accessToken: tokens.findLast(({ appId }) => appId === app.id)?.token,
      appToken: `${app.id}|${app.secret}`,
    })),
    tokens,
    customers: [...world.customers.values()],
  };
}

export type ShownWorld = ReturnType<typeof showWorld>;
