import { describe, expect, it } from 'vitest';
import { readTemplateShape } from '#modules/templates';
import { createProblem } from '#platform/errors';
import type { GateFacts } from './facts.ts';
import { gateRules, judge } from './gate.ts';

const now = new Date('2026-11-21T12:00:00Z');
const hourMs = 3_600_000;

const open: GateFacts = {
  now,
  content: { kind: 'text', body: 'Hello' },
  channel: {
    state: 'connected',
    problem: null,
    phoneNumber: '81355500100',
    displayPhoneNumber: '+81 3-5550-0100',
  },
  recipient: { phone: '819012345678', userId: null, unreachableSince: null },
  window: {
    lastInboundAt: new Date(now.getTime() - hourMs),
    closesAt: new Date(now.getTime() + 23 * hourMs),
  },
  contentFault: undefined,
  media: undefined,
  template: undefined,
  targetIsKnown: false,
};

const greeting = {
  status: 'APPROVED',
  shape: readTemplateShape([{ type: 'BODY', text: 'Hi {{1}}' }], 'POSITIONAL'),
};
const template: GateFacts['content'] & { readonly kind: 'template' } = {
  kind: 'template',
  name: 'greeting',
  language: 'en',
  headerParameters: [],
  bodyParameters: ['Amara'],
};

function code(facts: Partial<GateFacts>): string {
  const verdict = judge({ ...open, ...facts });
  return verdict.verdict === 'allow' ? 'allow' : `${verdict.verdict} ${verdict.problem.code}`;
}

describe('the gate', () => {
  it('allows an answer inside the window', () => {
    expect(code({})).toBe('allow');
  });

  it('counts the window to the millisecond', () => {
    const window = (closesAt: Date) => ({ window: { lastInboundAt: null, closesAt } });
    expect(code(window(new Date(now.getTime() + 1)))).toBe('allow');
    expect(code(window(now))).toBe('refuse window_closed');
    expect(code({ window: { lastInboundAt: null, closesAt: null } })).toBe('refuse window_never_opened');
  });

  it('lets approved templates through at any time', () => {
    const closed = { window: { lastInboundAt: null, closesAt: null } };
    expect(code({ ...closed, content: { ...template, bodyParameters: ['Amara'] }, template: greeting })).toBe(
      'allow',
    );
  });

  it.each([
    [undefined, 'refuse template_unknown'],
    [{ ...greeting, status: 'PENDING' }, 'refuse template_unknown'],
    [{ ...greeting, status: 'PAUSED' }, 'hold template_unknown'],
    [
      {
        ...greeting,
        shape: readTemplateShape([{ type: 'BODY', text: '{{1}} {{2}}' }], 'POSITIONAL'),
      },
      'refuse template_parameters_wrong',
    ],
    [
      {
        ...greeting,
        shape: readTemplateShape([{ type: 'HEADER', format: 'IMAGE' }], 'POSITIONAL'),
      },
      'refuse template_unknown',
    ],
  ])('judges the template itself (%#)', (found, expected) => {
    expect(code({ content: { ...template, bodyParameters: ['Amara'] }, template: found })).toBe(expected);
  });

  it('holds, and never fails, while the channel cannot send; refuses when it is disconnected', () => {
    const channel = (state: GateFacts['channel']['state']) => ({ channel: { ...open.channel, state } });
    expect(code(channel('token_expired'))).toBe('hold channel_token_expired');
    expect(code(channel('restricted'))).toBe('hold channel_not_sending');
    expect(code(channel('disconnected'))).toBe('refuse channel_not_sending');
  });

  it('gives the channel’s own reason when there is one', () => {
    const problem = createProblem('channel_token_expired', { providerCode: 190 });
    const verdict = judge({ ...open, channel: { ...open.channel, state: 'token_expired', problem } });
    expect(verdict).toMatchObject({ verdict: 'hold', problem: { providerCode: 190 } });
  });

  it('lets a refusal win over a hold', () => {
    const channel = { ...open.channel, state: 'restricted' } as const;
    expect(code({ channel, window: { lastInboundAt: null, closesAt: null } })).toBe(
      'refuse window_never_opened',
    );
  });

  it('refuses the number itself and what is no number, but not a customer without one', () => {
    const recipient = (phone: string | null, userId: string | null = null) => ({
      recipient: { phone, userId, unreachableSince: null },
    });
    expect(code(recipient('81355500100'))).toBe('refuse recipient_is_sender');
    expect(code(recipient('12'))).toBe('refuse recipient_invalid');
    expect(code(recipient(null))).toBe('refuse recipient_invalid');
    expect(code(recipient(null, 'JP.204819'))).toBe('allow');
  });

  it('does not write again for a day to whom WhatsApp could not reach', () => {
    const since = (hoursAgo: number) => ({
      recipient: { ...open.recipient, unreachableSince: new Date(now.getTime() - hoursAgo * hourMs) },
    });
    expect(code(since(23))).toBe('refuse recipient_unreachable');
    expect(code(since(24))).toBe('allow');
  });

  it('names the field that breaks a limit of the provider', () => {
    const contentFault = { path: 'text.body', details: 'text.body must be at most 4096 characters long' };
    expect(code({ contentFault })).toBe('refuse content_not_allowed');
    expect(judge({ ...open, contentFault })).toMatchObject({
      problem: { detail: { ja: expect.stringContaining('text.body') } },
    });
  });

  it('says everything in both languages', () => {
    const refusing: readonly Partial<GateFacts>[] = [
      { window: { lastInboundAt: now, closesAt: now } },
      { recipient: { ...open.recipient, unreachableSince: now } },
      { content: { kind: 'image', mediaId: 'x' } },
      { content: { kind: 'reaction', targetMessageId: null, emoji: '👍' } },
      { content: { ...template, bodyParameters: [] }, template: greeting },
    ];
    for (const facts of refusing) {
      const verdict = judge({ ...open, ...facts });
      if (verdict.verdict === 'allow') throw new Error('This is refused');
      const { title, detail, remedy } = verdict.problem;
      for (const text of [title, detail, remedy]) {
        expect(text.en).not.toBe('');
        expect(text.ja).not.toBe('');
      }
    }
  });

  it('has every rule in its list', () => {
    expect(gateRules).toHaveLength(7);
  });
});
