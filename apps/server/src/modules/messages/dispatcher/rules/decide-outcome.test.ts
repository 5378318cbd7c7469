import { graphErrorCodes, classifyGraphError as ruleOf } from '@renkei/graph-api';
import { describe, expect, it } from 'vitest';
import type { ProviderRefusal } from '#modules/channels';
import { decideOutcome } from './decide-outcome.ts';
import { giveUpAfterMs, judgeSilence, neededSends, silenceAfterMs } from './settle-silence.ts';

const facts = { nowMs: 1_000_000, attempts: 1, pairStrikes: 0, numberStrikes: 0, chance: 0 };

function refusal(code: number, action: ProviderRefusal['action'], area = 'generic'): ProviderRefusal {
  return {
    code,
    subcode: null,
    details: 'why',
    title: { en: 'title', ja: '題名' },
    cause: { en: 'cause', ja: '原因' },
    remedy: { en: 'remedy', ja: '対処' },
    action,
    area,
    source: 'url',
  };
}

const decide = (code: number, action: ProviderRefusal['action'], area?: string) =>
  decideOutcome({ outcome: 'rejected', refusal: refusal(code, action, area) }, facts);

describe('what becomes of a message that was not accepted', () => {
  it('is never queued again by itself when nobody knows whether it was accepted', () => {
    expect(decideOutcome({ outcome: 'unsure', details: 'reset' }, facts)).toEqual({
      message: { to: 'unsure' },
    });
  });

  it('waits when the provider could not be reached, and the number with it', () => {
    const decision = decideOutcome({ outcome: 'not_sent', reason: 'unreachable', details: 'refused' }, facts);
    expect(decision).toMatchObject({
      message: { to: 'queued', notBeforeMs: 1_001_000, problem: { code: 'graph_unreachable' } },
      holdNumber: { untilMs: 1_001_000, scope: 'number', slows: false },
    });
  });

  it('says who could not be reached', () => {
    const outcome = { outcome: 'not_sent', reason: 'unreachable', details: 'refused' } as const;
    const says = (called?: string) => {
      const { message } = decideOutcome({ ...outcome, called }, facts);
      return 'problem' in message ? message.problem?.detail : undefined;
    };
    expect(says('Twilio')).toMatchObject({
      en: expect.stringMatching(/^Twilio could not/),
      ja: expect.stringMatching(/^Twilioに/),
    });
    expect(says()).toMatchObject({
      en: expect.stringMatching(/^Meta could not/),
      ja: expect.stringMatching(/^Metaに/),
    });
  });

  it('fails when the provider will never take it, with its code and remedy', () => {
    for (const action of ['fix', 'never'] as const) {
      expect(decide(131009, action)).toMatchObject({
        message: { to: 'failed', problem: { providerCode: 131009, remedy: { en: 'remedy', ja: '対処' } } },
      });
    }
  });

  it('comes back later when the refusal will pass', () => {
    expect(decide(131000, 'retry').message).toMatchObject({ to: 'queued', notBeforeMs: 1_001_000 });
  });

  it('holds only its customer for the pair limit, and the whole number for the number’s', () => {
    expect(decide(131056, 'hold_pair')).toMatchObject({ holdPairUntilMs: 1_001_000 });
    expect(decide(131056, 'hold_pair')).not.toHaveProperty('holdNumber');
    expect(decide(130429, 'hold_number')).toMatchObject({ holdNumber: { untilMs: 1_001_000 } });
  });

  it('goes back to its place at once when its attempt was never begun', () => {
    expect(decideOutcome({ outcome: 'withheld' }, facts)).toEqual({
      message: { to: 'queued', notBeforeMs: facts.nowMs, reason: 'withheld', problem: null },
    });
  });

  it.each([
    [130429, { untilMs: 1_001_000, scope: 'number', slows: true }],
    [131048, { untilMs: 1_300_000, scope: 'number', slows: false }],
    [80007, { untilMs: 1_060_000, scope: 'account', slows: false }],
    [4, { untilMs: 1_060_000, scope: 'app', slows: false }],
  ])('waits after %i as long, and with whom, as the table of codes says', (code, holdNumber) => {
    const outcome = {
      outcome: 'rejected',
      refusal: { ...refusal(code, 'hold_number'), ...ruleOf(code) },
    } as const;
    expect(decideOutcome(outcome, facts)).toMatchObject({ holdNumber });
  });

  it('never says of a missing permission that the token has expired', () => {
    for (const code of [3, 10, 200, 131005]) {
      expect(decide(code, 'hold_channel', ruleOf(code).area)).toMatchObject({
        channel: { state: 'restricted', problem: { code: 'channel_permission_missing', providerCode: code } },
      });
    }
  });

  it('makes a channel’s trouble the channel’s state and fails nothing', () => {
    expect(decide(190, 'hold_channel', 'auth')).toMatchObject({
      message: { to: 'queued' },
      channel: { state: 'token_expired', problem: { code: 'channel_token_expired', providerCode: 190 } },
    });
    expect(decide(131042, 'hold_channel', 'billing')).toMatchObject({
      message: { to: 'queued' },
      channel: { state: 'restricted' },
    });
  });

  it('has a decision for every code of the provider', () => {
    for (const { code, action, area } of graphErrorCodes) {
      expect(['failed', 'queued']).toContain(decide(code, action, area).message.to);
    }
  });
});

describe('silence about an unsure message', () => {
  const meaningful = {
    nowMs: silenceAfterMs(0),
    unsureSinceMs: 0,
    priority: 0,
    laterSends: neededSends,
    laterSendsWithStatus: neededSends,
    intakeLagMs: 0,
  };

  it('means something only when every condition holds', () => {
    expect(judgeSilence(meaningful)).toBe('meaningful');
    expect(judgeSilence({ ...meaningful, nowMs: meaningful.nowMs - 1 })).toBe('short');
    expect(judgeSilence({ ...meaningful, laterSends: neededSends - 1 })).toBe('short');
    expect(judgeSilence({ ...meaningful, laterSendsWithStatus: neededSends - 1 })).toBe('short');
    expect(judgeSilence({ ...meaningful, intakeLagMs: 30_000 })).toBe('short');
    expect(judgeSilence({ ...meaningful, intakeLagMs: null })).toBe('short');
  });

  it('takes an hour to mean something for a campaign', () => {
    const campaign = { ...meaningful, priority: 2 };
    expect(judgeSilence({ ...campaign, nowMs: 59 * 60_000 })).toBe('short');
    expect(judgeSilence({ ...campaign, nowMs: 60 * 60_000 })).toBe('meaningful');
  });

  it('ends on a quiet number all the same, but not while evidence may wait in our own intake', () => {
    const quiet = { ...meaningful, nowMs: giveUpAfterMs(0), laterSends: 0 };
    expect(judgeSilence(quiet)).toBe('long');
    expect(judgeSilence({ ...quiet, nowMs: quiet.nowMs - 1 })).toBe('short');
    expect(judgeSilence({ ...quiet, intakeLagMs: 30_000 })).toBe('short');
    expect(judgeSilence({ ...quiet, intakeLagMs: null })).toBe('short');
  });
});
