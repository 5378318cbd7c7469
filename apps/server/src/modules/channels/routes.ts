import { routes as contract } from '@renkei/contract';
import { bind, type RouteBinding } from '#platform/module';
import { type Connections, providerOf } from './connections.ts';
import { createLibrary } from './library/create-library.ts';
import { connectChannel } from './manage/connect-channel.ts';
import { disconnectChannel } from './manage/disconnect-channel.ts';
import { getChannel, listChannels } from './manage/list-channels.ts';
import { moveChannel } from './manage/move-channel.ts';
import { refreshChannel } from './manage/refresh-channel.ts';
import { updateChannel } from './manage/update-channel.ts';
import type { ChannelsContext } from './needs.ts';

export function createRoutes(context: ChannelsContext, connections: Connections): readonly RouteBinding[] {
  const library = createLibrary(connections, () => context.platform.clock.now().getTime());
  return [
    bind(contract.listChannels, async ({ workspaceId }) => ({
      items: [...(await listChannels(context, workspaceId))],
    })),
    bind(contract.getChannel, ({ workspaceId }, { params }) =>
      getChannel(context, workspaceId, params.channelId),
    ),
    bind(contract.checkChannel, async (_principal, { body }) => {
      const provider = providerOf(context, body.provider ?? 'cloud-api');
      const checks = [...(await provider.checkCredentials(body))];
      return { ok: checks.every(({ outcome }) => outcome === 'ok'), checks };
    }),
    bind(contract.connectChannel, async (principal, { body }) => {
      const { channel, checks } = await connectChannel(context, principal, body);
      return { channel, checks: [...checks] };
    }),
    bind(contract.updateChannel, (principal, { params, body }) =>
      updateChannel(context, principal, params.channelId, body),
    ),
    bind(contract.moveChannel, async (principal, { params, body }) => {
      const { channel, checks } = await moveChannel(context, principal, params.channelId, body);
      return { channel, checks: [...checks] };
    }),
    bind(contract.refreshChannel, (principal, { params }) =>
      refreshChannel(context, connections, principal, params.channelId),
    ),
    bind(contract.disconnectChannel, async (principal, { params }) => {
      await disconnectChannel(context, principal, params.channelId);
      return {};
    }),
    bind(contract.listWhatsAppFlows, async ({ workspaceId }, { params }) => ({
      items: [...(await library.listFlows(workspaceId, params.channelId))],
    })),
    bind(contract.listProducts, async ({ workspaceId }, { params, query }) => {
      const { search, productIds, cursor } = query;
      const page = await library.listProducts(workspaceId, params.channelId, {
        search,
        productIds: productIds?.split(',').slice(0, 30),
        after: cursor,
      });
      return { ...page, items: [...page.items] };
    }),
  ];
}
