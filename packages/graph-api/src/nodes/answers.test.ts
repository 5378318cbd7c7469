import { describe, expect, it } from 'vitest';
import { accountAnalyticsAnswer, templateAnalyticsAnswer } from './account/analytics.ts';
import { flowList, flowNode } from './account/flow.ts';
import { messageTemplateNode } from './account/message-template.ts';
import { healthStatus } from './health-status.ts';
import { blockUsersAnswer } from './number/block-users.ts';
import { businessProfileAnswer } from './number/business-profile.ts';
import { callAnswer, callPermissionsAnswer } from './number/call.ts';
import { groupList, groupNode } from './number/group.ts';
import { phoneNumberSettingsAnswer } from './number/phone-number-settings.ts';
import { nextCursor } from './paging.ts';
import { uploadedHandleAnswer, uploadSessionAnswer } from './resumable-upload.ts';

describe('answers of the other edges', () => {
  it('a profile has empty websites where none are set', () => {
    const { data } = businessProfileAnswer.parse({
      data: [{ messaging_product: 'whatsapp', about: 'Kilns' }],
    });
    expect(data).toEqual([{ messaging_product: 'whatsapp', about: 'Kilns', websites: [] }]);
  });

  it('blocking tells who was and who was not', () => {
    const failed = { input: '12025550188', wa_id: '12025550188', errors: [{ code: 131047, message: 'no' }] };
    const answer = blockUsersAnswer.parse({
      messaging_product: 'whatsapp',
      block_users: { added_users: [{ input: '1', wa_id: '1' }], failed_users: [failed] },
      error: { code: 139100, message: 'some' },
    });
    expect(answer.block_users).toMatchObject({
      added_users: [{ wa_id: '1' }],
      removed_users: [],
      failed_users: [{ errors: [{ code: 131047 }] }],
    });
  });

  it('health is read with the reasons of each part', () => {
    const limited = { entity_type: 'WABA', id: 39, can_send_message: 'LIMITED', additional_info: ['name'] };
    const blocked = {
      entity_type: 'BUSINESS',
      id: '66',
      can_send_message: 'BLOCKED',
      errors: [{ error_code: 141006, error_description: 'Payment', possible_solution: 'Pay' }],
    };
    const health = healthStatus.parse({ can_send_message: 'BLOCKED', entities: [limited, blocked] });
    expect(health.entities).toMatchObject([
      { id: '39', additional_info: ['name'], errors: [] },
      { errors: [{ error_code: 141006, possible_solution: 'Pay' }] },
    ]);
  });

  it('a Flow is read with its faults and preview', () => {
    const flow = {
      id: '9144',
      name: 'survey',
      status: 'DRAFT',
      categories: ['SURVEY'],
      validation_errors: [
        { error: 'X', message: 'Unknown', line_start: 14, pointers: [{ path: 'screens[0]' }] },
      ],
      preview: { preview_url: 'https://a.example', expires_at: '2026-12-21T10:00:00+0000' },
    };
    expect(flowNode.parse(flow)).toMatchObject(flow);
    expect(flowList.parse({ data: [{ id: 1 }] }).data[0]).toMatchObject({ id: '1', validation_errors: [] });
  });

  it('groups stand one level deeper than other lists', () => {
    const list = groupList.parse({
      data: { groups: [{ id: 'Y2Fw', subject: 'Kiln', created_at: '1793500000' }] },
      paging: { cursors: { after: 'x' }, next: 'https://graph.example' },
    });
    expect(list.data.groups[0]).toMatchObject({ id: 'Y2Fw', created_at: 1_793_500_000 });
    expect(nextCursor(list)).toBe('x');
    expect(groupNode.parse({ id: 'Y2Fw' }).participants).toEqual([]);
  });

  it('calls and the permission for them', () => {
    expect(callAnswer.parse({ calls: [{ id: 'wacid.A' }] }).calls[0]?.id).toBe('wacid.A');
    const limit = { time_period: 'P7D', max_allowed: 2, current_usage: 1 };
    const action = { action_name: 'start_call', can_perform_action: true, limits: [limit] };
    const answer = { permission: { status: 'temporary', expiration_time: 1_794_105_120 }, actions: [action] };
    expect(callPermissionsAnswer.parse(answer)).toEqual(answer);
  });

  it('analytics', () => {
    const point = { start: 1, end: 2, country: 'US', pricing_category: 'UTILITY', volume: 412, cost: 1.648 };
    const cost = accountAnalyticsAnswer.parse({
      id: 39,
      pricing_analytics: { data: [{ data_points: [point] }] },
    });
    expect(cost.pricing_analytics?.data[0]?.data_points[0]).toEqual(point);
    const clicks = {
      template_id: 72001,
      start: 1,
      end: 2,
      sent: 120,
      clicked: [{ type: 'url_button', count: 19 }],
    };
    const templates = templateAnalyticsAnswer.parse({
      data: [{ granularity: 'DAILY', data_points: [clicks] }],
    });
    expect(templates.data[0]?.data_points[0]).toMatchObject({ template_id: '72001', sent: 120, cost: [] });
  });

  it('settings, uploads and template quality', () => {
    const settings = phoneNumberSettingsAnswer.parse({ calling: { status: 'ENABLED', ip_addresses: {} } });
    expect(settings.calling).toMatchObject({ status: 'ENABLED', ip_addresses: {} });
    expect(uploadSessionAnswer.safeParse({ id: '4::x' }).success).toBe(false);
    expect(uploadedHandleAnswer.parse({ h: '4::x' }).h).toBe('4::x');
    const template = { id: 7, name: 'a', language: 'en', status: 'APPROVED', category: 'UTILITY' };
    const quality_score = { score: 'GREEN', date: '1793500000' };
    expect(messageTemplateNode.parse({ ...template, quality_score }).quality_score).toEqual({
      score: 'GREEN',
      date: 1_793_500_000,
    });
  });
});
