import { sendableKinds } from '@renkei/contract';
import { defaultSendingSettings, nothingDecided } from '#modules/consent';
import type { GateFacts } from './facts.ts';

/** For tests: an answer of a member to a customer in Japan who wrote an hour ago, at noon UTC. Nothing is in its way. */
export const openFacts: GateFacts = {
  now: new Date('2026-11-21T12:00:00Z'),
  origin: 'inbox',
  purpose: 'service',
  content: { kind: 'text', body: 'Hello' },
  channel: {
    state: 'connected',
    problem: null,
    phoneNumber: '81355500100',
    displayPhoneNumber: '+81 3-5550-0100',
    onBusinessApp: false,
  },
  recipient: { phone: '819012345678', userId: null, groupId: null, unreachableSince: null },
  window: {
    lastInboundAt: new Date('2026-11-21T11:00:00Z'),
    closesAt: new Date('2026-11-22T11:00:00Z'),
    freeUntil: null,
  },
  consent: nothingDecided,
  marketingChoice: undefined,
  suppressions: [],
  recentMarketing: [],
  sameSentAt: null,
  conversation: { assigneeId: null, personAnsweredAt: null },
  portfolio: undefined,
  settings: defaultSendingSettings,
  contentFault: undefined,
  offers: { label: 'Meta', kinds: sendableKinds, hiddenNumbers: true },
  groupKinds: ['text', 'image', 'template', 'pin'],
  media: [],
  template: undefined,
  targetIsKnown: false,
};
