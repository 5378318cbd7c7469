import { sendableKinds } from '@renkei/contract';
import type { ChannelConnection, ChannelFacts, Channels, Provider } from '#modules/channels';
import { RenkeiError } from '#platform/errors';
import { portOf } from '../engine/port-of.ts';
import type { Host } from '../engine/scheduler.ts';
import type { ChannelRow } from '../store/rows.ts';
import { isPresent, statement } from '../store/statement.ts';
import type { SimulatedProvider } from './provider.ts';
import { type World, workspaceId } from './world.ts';

const simulatedProvider = portOf<Provider>('provider', {
  name: 'cloud-api',
  words: portOf<Provider['words']>('words', { label: 'Meta' }),
  capabilities: portOf<Provider['capabilities']>('capabilities', {
    groupKinds: [],
    kinds: sendableKinds,
    hiddenNumbers: true,
  }),
  findContentFault: () => undefined,
  findMediaFault: () => undefined,
});

/** The channels module over the simulated database and provider. */
export function createChannelsPort(world: World, provider: SimulatedProvider, host: Host): Channels {
  const database = world.database.connect(host, workspaceId);
  return portOf<Channels>('channels', {
    provider: () => simulatedProvider,
    async connection(_workspaceId, channelId) {
      const row = await database.inTenant(workspaceId, (tx) =>
        statement(tx, 'findChannel', (rows) => rows.get('channels', channelId)),
      );
      if (!row) throw new RenkeiError('not_found');
      return portOf<ChannelConnection>('connection', {
        workspaceId,
        channelId,
        place: channelId,
        provider: provider.connect(host, channelId, row.credentialsVersion),
        credentialsVersion: row.credentialsVersion,
      });
    },
    viewFacts: (tx, channelIds) =>
      statement(tx, 'viewFacts', (rows) => {
        const found = channelIds.map((id) => rows.get('channels', id)).filter(isPresent);
        return new Map(found.map((row) => [row.id, toFacts(row)]));
      }),
    listSharing: () => Promise.resolve([]),
    markState: (tx, channelId, state, problem, credentialsVersion) =>
      statement(tx, 'markState', (rows) => {
        const row = rows.lock('channels', channelId);
        if (!row || row.state === state || row.state === 'disconnected') return;
        if (credentialsVersion !== undefined && credentialsVersion !== row.credentialsVersion) return;
        rows.put('channels', channelId, { ...row, state, problem });
        tx.wake('outbox', `${workspaceId}/${channelId}`);
      }),
  });
}

function toFacts({ id, phoneNumber, state, problem, messagesPerSecond }: ChannelRow): ChannelFacts {
  return {
    id,
    provider: 'cloud-api',
    name: id,
    displayPhoneNumber: `+${phoneNumber}`,
    phoneNumber,
    wabaId: 'waba',
    state,
    problem,
    messagesPerSecond,
    onBusinessApp: false,
    portfolioId: null,
    messagingLimit: null,
    place: id,
  };
}
