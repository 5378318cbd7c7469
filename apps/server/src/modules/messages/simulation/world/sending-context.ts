import { ProviderCallError } from '#modules/channels';
import { defaultSendingSettings, nothingDecided } from '#modules/consent';
import type { TemplateFacts } from '#modules/templates';
import { createLogger } from '#platform/log';
import type { Platform } from '#platform/module';
import { createSendEvidence } from '../../dispatcher/evidence.ts';
import { mergeStatuses, mergeStoredStatuses } from '../../inbound/merge-statuses.ts';
import type { OutboundContext } from '../../outbound/needs.ts';
import { previewOf } from '../../preview.ts';
import { portOf } from '../engine/port-of.ts';
import { createHostClock, type Host } from '../engine/scheduler.ts';
import { memorySendStore, memoryStatusStore } from '../store/memory-store.ts';
import { statement } from '../store/statement.ts';
import { createChannelsPort } from './channels-port.ts';
import { createRefusal, type SimulatedProvider } from './provider.ts';
import { goesWrong, tell, type World, workspaceId } from './world.ts';

const silentLog = createLogger('silent');
/** The consent module over memory: customers stop everything, or say nothing. */
const memoryConsent: OutboundContext['consent'] = {
  settings: () => Promise.resolve(defaultSendingSettings),
  states: (tx, contactIds) =>
    statement(tx, 'readConsents', (rows) => {
      const stateOf = (contactId: string) => {
        const stop = rows.get('stops', contactId);
        if (!stop) return nothingDecided;
        const stopped = { decision: 'opt_out', source: 'keyword', decidedAt: stop.at } as const;
        return { marketing: stopped, utility: stopped, stoppedEverything: stopped };
      };
      return new Map(contactIds.map((contactId) => [contactId, stateOf(contactId)]));
    }),
  suppressions: () => Promise.resolve(new Map()),
  takeRefusals: () => Promise.resolve(),
};
const template: TemplateFacts = {
  providerTemplateId: '1',
  name: 'notice',
  language: 'en',
  category: 'UTILITY',
  status: 'APPROVED',
  reason: null,
  shape: {
    header: null,
    body: { text: 'Notice', variables: [] },
    footer: null,
    buttons: [],
    offer: null,
    cards: [],
    isAuthentication: false,
    isNamed: false,
    unknownParts: [],
  },
};

/** The platform of one simulated machine. */
function createPlatform(world: World, host: Host): Platform {
  return portOf<Platform>('platform', {
    database: world.database.connect(host, workspaceId),
    clock: createHostClock(world.scheduler, host),
    log: createTracingLog(world, host),
    wake: portOf<Platform['wake']>('wake', {
      on(topic: string, listen: (detail: string) => void) {
        const listener = { host, topic, listen };
        world.wakeListeners.add(listener);
        return () => world.wakeListeners.delete(listener);
      },
    }),
  });
}

/** Everything that the real sending code is made with, over memory and a simulated provider. */
export function createSendingContext(
  world: World,
  host: Host,
  { provider, intakeLagMs }: { readonly provider: SimulatedProvider; readonly intakeLagMs: () => number },
): OutboundContext {
  const platform = createPlatform(world, host);
  const evidence = createSendEvidence(platform, memorySendStore);
  return portOf<OutboundContext>('context', {
    platform,
    store: memorySendStore,
    channels: createChannelsPort(world, provider, host),
    templates: portOf<OutboundContext['templates']>('templates', {
      find: (_tx, keys) => Promise.resolve(keys.map(() => template)),
    }),
    media: {
      factsForSend: (_tx, mediaIds) => {
        const file = {
          kind: 'image',
          mimeType: 'image/png',
          sizeBytes: 1_000,
          state: 'stored',
          fileName: null,
        } as const;
        return Promise.resolve(new Map(mediaIds.map((id) => [id, file])));
      },
      async provideForSend(_workspaceId, channelId, mediaId) {
        await world.scheduler.sleep(host, world.random.between(5, 200));
        if (goesWrong(world, 'fileIsNotTaken')) {
          const refusal = world.random.chance(0.5)
            ? createRefusal(world.random.pick([131053, 130429]))
            : null;
          throw new ProviderCallError('the file was not taken', refusal);
        }
        return { providerMediaId: mediaId, place: channelId };
      },
    },
    mergeStoredStatuses: (tx, messages) =>
      mergeStoredStatuses(
        { store: memoryStatusStore, consent: memoryConsent, evidence },
        tx,
        messages,
        platform.clock.now(),
      ),
    consent: memoryConsent,
    contacts: portOf<OutboundContext['contacts']>('contacts', {}),
    previewOf,
    recordAudit: () => Promise.resolve(),
    intakeLagMs: () => Promise.resolve(intakeLagMs()),
  });
}

/** The real merge of statuses, over memory. */
export function createStatusMerge(world: World, host: Host) {
  const platform = createPlatform(world, host);
  const evidence = createSendEvidence(platform, memorySendStore);
  return (transaction: Parameters<typeof mergeStatuses>[1], statuses: Parameters<typeof mergeStatuses>[2]) =>
    mergeStatuses(
      { platform, evidence, store: memoryStatusStore, consent: memoryConsent },
      transaction,
      statuses,
    );
}

function createTracingLog(world: World, host: Host): Platform['log'] {
  if (!world.trace.isOn) return silentLog;
  return createLogger('debug', {
    write(line) {
      const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
      tell(world, host.name, `logs “${msg}${err ? `: ${err.message}` : ''}”`);
    },
  });
}
