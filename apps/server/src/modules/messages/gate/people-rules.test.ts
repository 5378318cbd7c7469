import { describe, expect, it } from 'vitest';
import type { Decision } from '#modules/consent';
import { readTemplateShape } from '#modules/templates';
import type { GateFacts } from './facts.ts';
import { judge } from './gate.ts';
import { openFacts } from './open-facts.ts';

const { now, settings } = openFacts;
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const optedIn: Decision = { decision: 'opt_in', source: 'website', decidedAt: hoursAgo(100) };
const optedOut: Decision = { decision: 'opt_out', source: 'keyword', decidedAt: hoursAgo(2) };
const toJapan = openFacts.recipient;
const toPhone = (phone: string) => ({ recipient: { ...toJapan, phone } });

/** A template to somebody who agreed, at 15 o'clock where they live. */
function templateFacts(purpose: 'marketing' | 'utility' | 'authentication'): GateFacts {
  const category = purpose.toUpperCase();
  const shape = readTemplateShape({ components: [], parameterFormat: 'POSITIONAL', category });
  return {
    ...openFacts,
    now,
    purpose,
    recipient: { ...toJapan, phone: '4915112345678' },
    content: {
      kind: 'template',
      name: 'autumn',
      language: 'en',
      bodyParameters: [],
      buttons: [],
      ...(purpose === 'authentication' ? { code: '1234' } : {}),
    },
    template: {
      providerTemplateId: '1',
      name: 'autumn',
      language: 'en',
      category,
      status: 'APPROVED',
      reason: null,
      shape,
    },
    window: { lastInboundAt: null, closesAt: null, freeUntil: null },
    consent: { ...openFacts.consent, marketing: optedIn },
  };
}
const marketing = templateFacts('marketing');
const utility = templateFacts('utility');

function say(facts: GateFacts, change: Partial<GateFacts> = {}): string {
  const { record } = judge({ ...facts, ...change });
  const said = record.problem === null ? record.decision : `${record.decision} ${record.problem.code}`;
  return record.until === null ? said : `${said} until ${record.until}`;
}

describe('consent', () => {
  const none = { consent: openFacts.consent };
  const stopped = { consent: { ...openFacts.consent, marketing: optedOut } };

  it.each<[string, GateFacts, Partial<GateFacts>, string]>([
    ['marketing to who agreed', marketing, {}, 'allow'],
    ['marketing to who said nothing', marketing, none, 'refuse consent_missing'],
    [
      'marketing inside the window too',
      marketing,
      { ...none, window: openFacts.window },
      'refuse consent_missing',
    ],
    ['marketing to who stopped it', marketing, stopped, 'refuse consent_withdrawn'],
    ['utility to who said nothing', utility, none, 'allow'],
    ['utility to who stopped marketing', utility, stopped, 'allow'],
    [
      'utility to who stopped it',
      utility,
      { consent: { ...openFacts.consent, utility: optedOut } },
      'refuse consent_withdrawn',
    ],
    ['an answer to who stopped marketing', openFacts, stopped, 'allow'],
    ['a code to who said nothing', templateFacts('authentication'), none, 'allow'],
  ])('%s', (_, facts, change, expected) => {
    expect(say(facts, change)).toBe(expected);
  });

  it('is asked of as the workspace has set', () => {
    const optional = { ...settings, optInRequired: { marketing: false, utility: true } };
    expect(say(marketing, { ...none, settings: optional })).toBe('allow');
    expect(say(utility, { ...none, settings: optional })).toBe('refuse consent_missing');
  });

  it('to nothing at all is broken only by an answer to who has written again', () => {
    const consent = {
      ...openFacts.consent,
      marketing: optedOut,
      utility: optedOut,
      stoppedEverything: optedOut,
    };
    const wrote = (lastInboundAt: Date) => ({ consent, window: { ...openFacts.window, lastInboundAt } });
    expect(say(openFacts, wrote(hoursAgo(1)))).toBe('allow');
    expect(say(openFacts, wrote(optedOut.decidedAt))).toBe('refuse consent_withdrawn');
    for (const facts of [marketing, utility, templateFacts('authentication')]) {
      expect(say(facts, { consent })).toBe('refuse consent_withdrawn');
    }
  });

  it('given to us does not undo what was stopped in WhatsApp', () => {
    const stop = { choice: 'stop', decidedAt: hoursAgo(1) } as const;
    expect(say(marketing, { marketingChoice: stop })).toBe('refuse marketing_stopped');
    expect(say(marketing, { marketingChoice: { ...stop, choice: 'resume' } })).toBe('allow');
    expect(say(utility, { marketingChoice: stop })).toBe('allow');
  });
});

describe('marketing to +1', () => {
  it.each([
    ['12125550123', 'refuse us_marketing_stopped'],
    ['19075550123', 'refuse us_marketing_stopped'],
    ['14165550123', 'allow'],
    ['18765550123', 'allow'],
    ['17875550123', 'allow'],
  ])('%s: %s', (phone, expected) => {
    // 19 o'clock UTC is day in all of them.
    expect(say(marketing, { ...toPhone(phone), now: new Date('2026-11-21T19:00:00Z') })).toBe(expected);
  });

  it('is told by the user id where the number is hidden', () => {
    const hidden = (userId: string) =>
      say(marketing, {
        recipient: { ...toJapan, phone: null, userId },
        now: new Date('2026-11-21T19:00:00Z'),
      });
    expect(hidden('US.13491208655302741918')).toBe('refuse us_marketing_stopped');
    expect(hidden('CA.13491208655302741918')).toBe('allow');
  });

  it('was delivered before 2025-04-01, and utility still is', () => {
    const { recipient } = toPhone('12125550123');
    expect(say(marketing, { recipient, now: new Date('2025-03-31T19:00:00Z') })).toBe('allow');
    expect(say(utility, { recipient })).toBe('allow');
  });
});

describe('what the provider keeps from a person', () => {
  const suppression = { contactId: 'x', subject: '', toldAt: hoursAgo(30), until: null, strikes: 1 };

  it('is a template of an experiment, that one only', () => {
    const experiment = { ...suppression, reason: 'experiment', subject: 'autumn' } as const;
    expect(say(marketing, { suppressions: [experiment] })).toBe('refuse recipient_in_experiment');
    expect(say(marketing, { suppressions: [{ ...experiment, subject: 'winter' }] })).toBe('allow');
  });

  it.each([
    [-1, 'allow'],
    [0, 'allow'],
    [6, 'hold marketing_limited until 2026-11-21T18:00:00.000Z'],
    [24, 'hold marketing_limited until 2026-11-22T12:00:00.000Z'],
    [25, 'refuse marketing_limited'],
  ])('is marketing for another %s hours: %s', (hours, expected) => {
    const limit = { ...suppression, reason: 'marketing_limit', until: hoursAgo(-hours) } as const;
    expect(say(marketing, { suppressions: [limit] })).toBe(expected);
    expect(say(utility, { suppressions: [limit] })).toBe('allow');
  });
});

describe('quiet hours', () => {
  const night = { now: new Date('2026-11-21T22:00:00Z') };
  const until = 'hold quiet_hours until 2026-11-22T07:00:00.000Z';

  it('hold marketing by the recipient’s clock, whoever sends it', () => {
    expect(say(marketing, night)).toBe(until);
    expect(say(marketing, { ...night, origin: 'campaign' })).toBe(until);
    expect(say(marketing, { ...night, ...toPhone('819012345678') })).toBe(
      'hold quiet_hours until 2026-11-21T23:00:00.000Z',
    );
  });

  it('hold neither answers nor codes, and utility only where it is set', () => {
    expect(say(openFacts, { ...night, window: { ...openFacts.window, closesAt: hoursAgo(-20) } })).toBe(
      'allow',
    );
    expect(say(templateFacts('authentication'), night)).toBe('allow');
    expect(say(utility, night)).toBe('allow');
    const quietHours = { ...settings.quietHours, includesUtility: true };
    expect(say(utility, { ...night, settings: { ...settings, quietHours } })).toBe(until);
  });

  it('can be switched off, and moved', () => {
    const set = (change: Partial<GateFacts['settings']['quietHours']>) => ({
      settings: { ...settings, quietHours: { ...settings.quietHours, ...change } },
    });
    expect(say(marketing, { ...night, ...set({ enabled: false }) })).toBe('allow');
    expect(say(marketing, { ...night, ...set({ from: '23:30', to: '06:00' }) })).toBe('allow');
  });

  it('are Sundays in France, whatever is set', () => {
    const sunday = { now: new Date('2026-11-22T12:00:00Z'), ...toPhone('33612345678') };
    expect(say(marketing, sunday)).toBe('hold quiet_hours until 2026-11-23T07:00:00.000Z');
  });
});

describe('marketing caps', () => {
  it.each<[readonly number[], string]>([
    [[], 'allow'],
    [[1], 'allow'],
    [[1, 20], 'hold marketing_cap_reached until 2026-11-21T16:00:00.000Z'],
    [[1, 25], 'allow'],
    [[1, 3, 20], 'hold marketing_cap_reached until 2026-11-22T09:00:00.000Z'],
    [[30, 31, 32, 33, 34, 150], 'hold marketing_cap_reached until 2026-11-22T06:00:00.000Z'],
    [[30, 31, 32, 33, 34, 35], 'refuse marketing_cap_reached'],
  ])('sent %j hours ago: %s', (hours, expected) => {
    const recentMarketing = hours.map(hoursAgo);
    // Late enough in the day that no quiet hours begin before it ends.
    const change = {
      recentMarketing,
      settings: { ...settings, quietHours: { ...settings.quietHours, enabled: false } },
    };
    expect(say(marketing, change)).toBe(expected);
  });

  it('can be switched off', () => {
    const marketingCaps = { perDay: null, perWeek: null };
    const recentMarketing = [1, 2, 3, 4, 5, 6, 7, 8].map(hoursAgo);
    expect(say(marketing, { recentMarketing, settings: { ...settings, marketingCaps } })).toBe('allow');
  });
});

describe('the limit of the portfolio', () => {
  const portfolio = { limit: 250, used: 250, freesAt: hoursAgo(-3) };

  it('holds who would begin outside the window, and nobody else', () => {
    expect(say(marketing, { portfolio })).toBe('hold messaging_limit_reached until 2026-11-21T15:00:00.000Z');
    expect(say(marketing, { portfolio: { ...portfolio, used: 249 } })).toBe('allow');
    expect(say(marketing, { portfolio: { ...portfolio, limit: null } })).toBe('allow');
    expect(say(marketing, { portfolio, window: openFacts.window })).toBe('allow');
    expect(say(openFacts, { portfolio })).toBe('allow');
  });
});

describe('who has the conversation', () => {
  const owned = { conversation: { assigneeId: 'x', personAnsweredAt: null } };
  const answered = (minutes: number) => ({
    conversation: { assigneeId: null, personAnsweredAt: new Date(now.getTime() - minutes * 60_000) },
  });

  it.each<[GateFacts['origin'], Partial<GateFacts>, string]>([
    ['inbox', owned, 'allow'],
    ['api', owned, 'allow'],
    ['campaign', owned, 'allow'],
    ['automation', owned, 'refuse conversation_owned'],
    ['assistant', owned, 'refuse conversation_owned'],
    ['automation', answered(10), 'hold automation_paused until 2026-11-21T12:20:00.000Z'],
    ['assistant', answered(10), 'refuse automation_paused'],
    ['automation', answered(30), 'allow'],
    ['inbox', answered(1), 'allow'],
  ])('%s with %j: %s', (origin, change, expected) => {
    expect(say(openFacts, { origin, ...change })).toBe(expected);
  });

  it('is nothing to a template, which tells and does not talk', () => {
    expect(say(utility, { origin: 'automation', ...owned })).toBe('allow');
  });

  it('can be left without a pause', () => {
    const change = { ...answered(1), settings: { ...settings, automationPauseMinutes: null } };
    expect(say(openFacts, { origin: 'automation', ...change })).toBe('allow');
  });
});

describe('the same content again', () => {
  const again = (minutes: number) => ({ sameSentAt: new Date(now.getTime() - minutes * 60_000) });

  it.each<[GateFacts['origin'], number, string]>([
    ['api', 1, 'refuse duplicate_content'],
    ['automation', 1, 'refuse duplicate_content'],
    ['campaign', 1, 'refuse duplicate_content'],
    ['inbox', 1, 'allow'],
    ['api', 5, 'allow'],
  ])('%s after %s min: %s', (origin, minutes, expected) => {
    expect(say(openFacts, { origin, ...again(minutes) })).toBe(expected);
  });

  it('is told to a member as a warning, and may be allowed to all', () => {
    const { record } = judge({ ...openFacts, ...again(1) });
    expect(record.findings).toMatchObject([{ rule: 'content-is-new', decision: 'warn' }]);
    const change = { origin: 'api', settings: { ...settings, duplicatesWithinMinutes: null } } as const;
    expect(say(openFacts, { ...again(1), ...change })).toBe('allow');
  });
});

it('of several holds the one that ends last counts', () => {
  const change = {
    now: new Date('2026-11-21T22:00:00Z'),
    portfolio: { limit: 1, used: 1, freesAt: new Date('2026-11-22T20:00:00Z') },
  };
  expect(say(marketing, change)).toBe('hold messaging_limit_reached until 2026-11-22T20:00:00.000Z');
});

it('a closed window names the free templates of an advertisement', () => {
  const window = { lastInboundAt: hoursAgo(25), closesAt: hoursAgo(1), freeUntil: hoursAgo(-10) };
  const { record } = judge({ ...openFacts, window });
  expect(record.problem).toMatchObject({
    code: 'window_closed',
    remedy: { en: expect.stringContaining('free until 2026-11-21T22:00') },
  });
});
