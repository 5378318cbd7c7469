import { readdir } from 'node:fs/promises';
import { gateVerdictSchema } from '@renkei/contract';
import { describe, expect, it } from 'vitest';
import { readTemplateShape, type TemplateFacts } from '#modules/templates';
import { createProblem } from '#platform/errors';
import type { GateFacts } from './facts.ts';
import { gateRules, judge } from './gate.ts';
import { openFacts as open } from './open-facts.ts';

type Components = Parameters<typeof readTemplateShape>[0]['components'];

const now = new Date('2026-11-21T12:00:00Z');
const hourMs = 3_600_000;

const templateOf = (components: Components, more: Partial<TemplateFacts> = {}): TemplateFacts => {
  const category = more.category ?? 'UTILITY';
  const shape = readTemplateShape({ components, parameterFormat: 'POSITIONAL', category });
  const named = { providerTemplateId: '1', name: 'greeting', language: 'en' };
  return { ...named, category, status: 'APPROVED', reason: null, shape, ...more };
};
const hi: Components = [{ type: 'BODY', text: 'Hi {{1}}' }];
const greeting = templateOf(hi);
const template: GateFacts['content'] & { readonly kind: 'template' } = {
  kind: 'template',
  name: 'greeting',
  language: 'en',
  bodyParameters: ['Amara'],
  buttons: [],
};
const file = (more: object = {}) => [
  {
    mediaId: 'x',
    sentAs: 'image' as const,
    file: { kind: 'image', state: 'stored' as const, fileName: null, fault: undefined, ...more },
  },
];

function code(facts: Partial<GateFacts>): string {
  const verdict = judge({ ...open, ...facts });
  return verdict.verdict === 'allow' ? 'allow' : `${verdict.verdict} ${verdict.problem.code}`;
}

describe('the gate', () => {
  it('allows an answer inside the window', () => {
    expect(code({})).toBe('allow');
  });

  it('counts the window to the millisecond', () => {
    const window = (closesAt: Date) => ({ window: { lastInboundAt: null, closesAt, freeUntil: null } });
    expect(code(window(new Date(now.getTime() + 1)))).toBe('allow');
    expect(code(window(now))).toBe('refuse window_closed');
    expect(code({ window: { lastInboundAt: null, closesAt: null, freeUntil: null } })).toBe(
      'refuse window_never_opened',
    );
  });

  it('lets approved templates through at any time', () => {
    const closed = { window: { lastInboundAt: null, closesAt: null, freeUntil: null } };
    expect(code({ ...closed, content: { ...template, bodyParameters: ['Amara'] }, template: greeting })).toBe(
      'allow',
    );
  });

  it.each([
    [undefined, 'refuse template_unknown'],
    [templateOf(hi, { status: 'PENDING' }), 'refuse template_not_sendable'],
    [templateOf(hi, { status: 'DISABLED' }), 'refuse template_not_sendable'],
    [templateOf(hi, { status: 'PAUSED' }), 'hold template_not_sendable'],
    [templateOf([{ type: 'BODY', text: '{{1}} {{2}}' }]), 'refuse template_parameters_wrong'],
    [
      templateOf([{ type: 'BODY', text: '{{1}} {{2}}' }], { status: 'PAUSED' }),
      'refuse template_parameters_wrong',
    ],
    [templateOf([...hi, { type: 'HEADER', format: 'IMAGE' }]), 'refuse template_parameters_wrong'],
    [templateOf([...hi, { type: 'POLL' }]), 'refuse template_not_sendable'],
  ])('judges the template itself (%#)', (found, expected) => {
    expect(code({ content: template, template: found })).toBe(expected);
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
    expect(code({ channel, window: { lastInboundAt: null, closesAt: null, freeUntil: null } })).toBe(
      'refuse window_never_opened',
    );
  });

  it('refuses the number itself and what is no number, but not a customer without one', () => {
    const recipient = (phone: string | null, userId: string | null = null) => ({
      recipient: { ...open.recipient, phone, userId },
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

  it('names our field that breaks a limit of the provider, and whose rule that is', () => {
    const contentFault = {
      path: 'buttons[1].title',
      details: { en: 'must be at most 20 characters long, has 24', ja: '20文字以内にしてください' },
      source: 'Meta, Interactive reply buttons messages (2026)',
    };
    expect(judge({ ...open, contentFault })).toMatchObject({
      verdict: 'refuse',
      field: 'buttons[1].title',
      problem: {
        code: 'content_not_allowed',
        source: contentFault.source,
        detail: {
          en: 'buttons[1].title must be at most 20 characters long, has 24 (Meta, Interactive reply buttons messages (2026)).',
          ja: expect.stringContaining('「buttons[1].title」：20文字以内'),
        },
      },
    });
  });

  it('sends a group only what a group takes, and pins nowhere else', () => {
    const group = { recipient: { ...open.recipient, phone: null, groupId: 'Y2Fw' } };
    const pin = { kind: 'pin', targetMessageId: 'x', days: 7 } as const;
    expect(code(group)).toBe('allow');
    expect(code({ ...group, content: pin, targetIsKnown: true })).toBe('allow');
    expect(code({ ...group, content: { kind: 'location_request', body: 'Where?' } })).toBe(
      'refuse content_not_for_recipient',
    );
    expect(code({ content: pin, targetIsKnown: true })).toBe('refuse content_not_for_recipient');
  });

  it('sends one-time codes to telephone numbers only', () => {
    const otp = {
      content: { ...template, bodyParameters: [], code: '482913' },
      template: templateOf(hi, { category: 'AUTHENTICATION' }),
    };
    expect(code(otp)).toBe('allow');
    const recipient = { ...open.recipient, phone: null, userId: 'JP.204819' };
    expect(judge({ ...open, ...otp, recipient })).toMatchObject({ problem: { providerCode: 131062 } });
    expect(code({ ...otp, recipient: { ...open.recipient, phone: null, groupId: 'Y2Fw' } })).toBe(
      'refuse content_not_for_recipient',
    );
  });

  it('offers no calls on a number that lives in the Business app', () => {
    const content = { kind: 'call_button', body: 'Call us' } as const;
    expect(code({ content })).toBe('allow');
    expect(code({ content, channel: { ...open.channel, onBusinessApp: true } })).toBe(
      'refuse content_not_for_channel',
    );
  });

  it('judges every file, and says which one it means', () => {
    const content = { kind: 'image', mediaId: 'x' } as const;
    expect(code({ content, media: file() })).toBe('allow');
    expect(code({ content, media: file({ state: 'pending' }) })).toBe('refuse media_not_ready');
    expect(code({ content, media: file({ kind: 'video' }) })).toBe('refuse content_not_allowed');
    const fault = { reason: 'size', maxBytes: 5 * 1024 * 1024 };
    const media = [...file(), ...file({ fileName: 'cover.png', fault })];
    expect(judge({ ...open, content, media })).toMatchObject({
      problem: { code: 'media_too_large', detail: { en: '"cover.png" is too large. The limit is 5 MB.' } },
    });
    const unnamed = judge({ ...open, content, media: [...file(), ...file({ fault })] });
    expect(unnamed).toMatchObject({ problem: { detail: { en: expect.stringContaining('File 2 of 2') } } });
  });

  it('says everything in both languages', () => {
    const refusing: readonly Partial<GateFacts>[] = [
      { window: { lastInboundAt: now, closesAt: now, freeUntil: null } },
      { recipient: { ...open.recipient, unreachableSince: now } },
      {
        content: { kind: 'image', mediaId: 'x' },
        media: [{ mediaId: 'x', sentAs: 'image', file: undefined }],
      },
      { content: { kind: 'pin', targetMessageId: 'x', days: null } },
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

  it('has every file of its rules in the list, under its own name, dated and sourced', async () => {
    const files = await readdir(new URL('./rules/', import.meta.url));
    const names = files.filter((name) => !name.endsWith('.test.ts')).map((name) => name.replace('.ts', ''));
    expect(gateRules.map(({ id }) => id).toSorted()).toEqual(names.toSorted());
    for (const { version, title, source } of gateRules) {
      expect(version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      for (const text of [title.en, title.ja, source]) expect(text).not.toBe('');
    }
  });

  it('tells everything that was said, with the version of every rule that was asked', () => {
    const { record } = judge({
      ...open,
      channel: { ...open.channel, state: 'restricted' },
      sameSentAt: new Date(now.getTime() - 1000),
    });
    expect(record).toMatchObject({ decision: 'hold', purpose: 'service', until: null, field: null });
    expect(record.findings.map(({ rule, decision }) => `${rule} ${decision}`)).toEqual([
      'channel-sends hold',
      'content-is-new warn',
    ]);
    expect(record.rules).toMatchObject({ 'channel-sends': '2026-11-21', 'window-is-open': '2026-11-21' });
    expect(Object.keys(record.rules)).not.toContain('template-is-usable');
    expect(record.judgedAt).toBe(now.toISOString());
    expect(gateVerdictSchema.parse(record)).toEqual(record);
  });
});
