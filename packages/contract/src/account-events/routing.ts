import * as z from 'zod';
import { defineAccountEvents, l } from './define.ts';

const handoverData = z.object({
  person: z.string(),
  previousRole: z.string().nullable(),
  nextRole: z.string().nullable(),
  note: z.string().nullable(),
  summary: z.string().nullable(),
});

export const handovers = defineAccountEvents('Meta, messaging_handovers webhook (2026)', {
  'thread.given': {
    severity: 'warning',
    data: handoverData,
    title: l('The chat with {person} is yours now', '{person}とのチャットが引き継がれました'),
    explanation: l(
      '[From {previousRole}. ][Note: “{note}”. ][Summary: “{summary}”]',
      '[引き継ぎ元：{previousRole}。][メモ：「{note}」。][要約：「{summary}」]',
    ),
    remedy: l('Answer the customer.', 'お客様に返信してください。'),
  },
  'thread.taken': {
    severity: 'info',
    data: handoverData,
    title: l(
      'The chat with {person} belongs to another app now',
      '{person}とのチャットは別のアプリが担当しています',
    ),
    explanation: l('[Answered by {nextRole}. ][Note: “{note}”]', '[担当：{nextRole}。][メモ：「{note}」]'),
    remedy: l('Do not answer until it is given back.', '戻されるまで返信しないでください。'),
  },
});

export const standbys = defineAccountEvents('Meta, standby webhook (2026-08)', {
  'thread.copied': {
    severity: 'info',
    data: z.object({
      person: z.string().nullable(),
      messageCount: z.number().int(),
      echoCount: z.number().int(),
      statusCount: z.number().int(),
      text: z.string().nullable(),
    }),
    title: l('A chat that another app answers[: {person}]', '別のアプリが担当するチャット[：{person}]'),
    explanation: l('[The customer wrote: {text}]', '[お客様のメッセージ：{text}]'),
    remedy: null,
  },
});
