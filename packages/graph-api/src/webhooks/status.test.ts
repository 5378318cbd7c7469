import { describe, expect, it } from 'vitest';
import { readErrorDetails } from '../nodes/graph-error.ts';
import { readStatus } from './status.ts';

const sent = { id: 'wamid.A', status: 'sent', timestamp: '1793500500', recipient_id: '12025550177' };

describe('readStatus', () => {
  it('finds the price also where it is nested in the conversation', () => {
    const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'group_service' };
    expect(readStatus({ ...sent, pricing })).toMatchObject({ status: { pricing } });
    expect(readStatus({ ...sent, conversation: { id: 'c', pricing } })).toMatchObject({
      status: { pricing },
    });
  });

  it('reads the spellings from before May 2026', () => {
    const old = { ...sent, parent_recipient_user_id: 'US.ENT.1', participant_recipient_id: '12025550188' };
    expect(readStatus(old)).toMatchObject({
      status: { recipientParentUserId: 'US.ENT.1', participantId: '12025550188' },
    });
  });

  it('names the group of a group status', () => {
    expect(readStatus({ ...sent, recipient_id: 'Y2Fw', recipient_type: 'group' })).toMatchObject({
      status: { groupId: 'Y2Fw' },
    });
    expect(readStatus(sent)).toMatchObject({ status: { groupId: undefined } });
  });

  it('gives back what we sent along, and why a message failed', () => {
    const reading = readStatus({
      ...sent,
      status: 'failed',
      biz_opaque_callback_data: 'attempt-1',
      errors: [{ code: 131047, title: 'Re-engagement message', error_data: { details: 'window closed' } }],
    });
    expect(reading).toMatchObject({
      ok: true,
      status: { callbackData: 'attempt-1', errors: [{ code: 131047 }] },
    });
    const [error] = reading.ok ? reading.status.errors : [];
    expect(error && readErrorDetails(error)).toBe('window closed');
  });

  it('reads a status word it does not know', () => {
    expect(readStatus({ ...sent, status: 'warning' })).toMatchObject({
      ok: true,
      status: { status: 'warning' },
    });
  });

  it.each([
    ['no id', { ...sent, id: undefined }],
    ['no word', { ...sent, status: undefined }],
    ['no time', { ...sent, timestamp: undefined }],
    ['no object', 'sent'],
  ])('keeps a status with %s raw', (_case, raw) => {
    expect(readStatus(raw)).toMatchObject({ ok: false, raw, detail: expect.any(String) });
  });
});
