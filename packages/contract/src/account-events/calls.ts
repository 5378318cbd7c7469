import * as z from 'zod';
import { defineAccountEvents, l, refusalShape } from './define.ts';

const callData = z.object({
  callId: z.string(),
  person: z.string(),
  calledBy: z.enum(['contact', 'business']),
});

export const callEvents = defineAccountEvents('Meta, Calling: webhooks (2026)', {
  'call.begun': {
    severity: 'info',
    data: callData,
    title: l('A call with {person} begins', '{person}との通話が始まります'),
    explanation: l('It stands in the conversation too.', '会話にも表示されます。'),
    remedy: null,
  },
  'call.ringing': {
    severity: 'info',
    data: callData,
    title: l('It rings at {person}', '{person}を呼び出し中です'),
    explanation: l('The customer has not answered yet.', 'お客様はまだ応答していません。'),
    remedy: null,
  },
  'call.accepted': {
    severity: 'info',
    data: callData,
    title: l('{person} took the call', '{person}が応答しました'),
    explanation: l(
      'This opens the customer service window for 24 hours.',
      'カスタマーサービスウィンドウが24時間開きます。',
    ),
    remedy: null,
  },
  'call.rejected': {
    severity: 'info',
    data: callData,
    title: l('{person} declined the call', '{person}が通話を拒否しました'),
    explanation: l(
      'After four calls without an answer, the permission to call is taken away.',
      '4回続けて応答がないと、発信の許可が取り消されます。',
    ),
    remedy: l('Write instead, and ask when a call suits.', 'メッセージで都合の良い時間を確認してください。'),
  },
  'call.ended': {
    severity: 'info',
    data: callData.extend({ durationSeconds: z.number().nullable() }),
    title: l('The call with {person} is over', '{person}との通話が終了しました'),
    explanation: l('[It lasted {durationSeconds} seconds.]', '[通話時間：{durationSeconds}秒]'),
    remedy: null,
  },
  'call.missed': {
    severity: 'warning',
    data: callData,
    title: l('A call with {person} was not answered', '{person}との通話に応答がありませんでした'),
    explanation: l('Nobody picked up.', '誰も応答しませんでした。'),
    remedy: l(
      'Write to the customer while the window is open.',
      'ウィンドウが開いている間にメッセージを送ってください。',
    ),
  },
  'call.failed': {
    severity: 'warning',
    data: callData.extend(refusalShape),
    title: l('A call with {person} failed', '{person}との通話に失敗しました'),
    explanation: l('[{meaning} ][Meta says: {details}]', '[{meaning}][Metaの説明：{details}]'),
    remedy: l(
      '[{advice} ]If it goes on, check the network of your calling software.',
      '[{advice}]続く場合は、通話ソフトウェアのネットワークを確認してください。',
    ),
  },
});
