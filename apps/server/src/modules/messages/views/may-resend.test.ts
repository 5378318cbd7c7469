import { describe, expect, it } from 'vitest';
import { createProblem } from '#platform/errors';
import { mayResend } from './may-resend.ts';

const refused = (providerCode: number) => createProblem('provider_refused', { providerCode });

describe('sending again', () => {
  it.each([
    ['after a correction', refused(131009)],
    ['when the window is open again', refused(131047)],
    ['when it was too late', createProblem('send_expired')],
    ['when nobody said why', null],
  ])('is offered %s', (_, problem) => {
    expect(mayResend('failed', problem)).toBe(true);
  });

  it.each([
    ['to who cannot be reached', refused(131026)],
    ['to who has stopped marketing', refused(131050)],
    ['to who has opted out at Twilio', refused(21610)],
    ['of what breaks a limit', createProblem('content_not_allowed')],
  ])('is not offered %s', (_, problem) => {
    expect(mayResend('failed', problem)).toBe(false);
  });

  it('is a decision of people for what nobody knows, and never offered for what is on its way', () => {
    expect(mayResend('unconfirmed', createProblem('send_unconfirmed'))).toBe(true);
    for (const state of ['queued', 'unsure', 'sent', 'delivered', 'cancelled'] as const) {
      expect(mayResend(state, null)).toBe(false);
    }
  });
});
