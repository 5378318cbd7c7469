import { expect, it } from 'vitest';
import { judge } from '../../gate/gate.ts';
import { openFacts } from '../../gate/open-facts.ts';
import type { Candidate } from '../store/store-candidates.ts';
import { admit } from './admit.ts';

const now = openFacts.now;
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const past = inMinutes(-1);

const candidate: Candidate = {
  messageId: 'm',
  conversationId: 'c',
  contactId: 'p',
  assigneeId: null,
  recipient: '819012345678',
  origin: 'inbox',
  purpose: 'service',
  attempts: 0,
  priority: 0,
  deadlineAt: inMinutes(60),
  notAfter: null,
  content: { kind: 'text', body: 'Hello' },
  replyToProviderMessageId: null,
  recipientPhone: '819012345678',
  recipientUserId: null,
  recipientGroupId: null,
  lastInboundAt: inMinutes(-60),
  windowClosesAt: inMinutes(60),
};
const template: Candidate['content'] = {
  kind: 'template',
  name: 'autumn',
  language: 'en',
  bodyParameters: [],
  buttons: [],
};

it.each<[string, Partial<Candidate>, string]>([
  ['the window', { deadlineAt: past, windowClosesAt: past }, 'when the customer service window closed'],
  ['the ten hours of a template', { deadlineAt: past, content: template }, '10 hours after it was due'],
  ['what the caller had asked for', { deadlineAt: past, notAfter: past }, 'the deadline it was queued with'],
  [
    'what the caller had asked for of a template',
    { deadlineAt: past, notAfter: past, content: template },
    'the deadline it was queued with',
  ],
])('a message that came too late says whose deadline it was: %s', (_, change, reason) => {
  const admission = admit({ ...candidate, ...change }, { now, verdict: judge(openFacts), pair: undefined });
  expect(admission).toMatchObject({ admitted: false, fail: { code: 'send_expired' } });
  expect('fail' in admission && admission.fail.detail.en).toContain(reason);
});
