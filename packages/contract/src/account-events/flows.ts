import * as z from 'zod';
import { defineAccountEvents, l } from './define.ts';

const alertData = z.object({
  flowId: z.string(),
  message: z.string().nullable(),
  threshold: z.number().nullable(),
  requestCount: z.number().nullable(),
});
const errors = z.array(z.string());

/** WhatsApp Flows: their state, and the health of the endpoint that serves them. */
export const flowEvents = defineAccountEvents('Meta, Flows: webhooks (2026)', {
  'flow.status_changed': {
    severity: 'info',
    data: z.object({
      flowId: z.string(),
      message: z.string().nullable(),
      previousStatus: z.string().nullable(),
      status: z.string().nullable(),
    }),
    title: l('The Flow {flowId} is {status} now', 'フロー{flowId}の状態：{status}'),
    explanation: l('[It was {previousStatus} before.]', '[以前の状態：{previousStatus}]'),
    remedy: null,
  },
  'flow.endpoint_errors': {
    severity: 'critical',
    data: alertData.extend({ errors }),
    title: l(
      'The endpoint of the Flow {flowId} fails too often',
      'フロー{flowId}のエンドポイントのエラーが多発しています',
    ),
    explanation: l(
      '[Meta says: {message} ][(limit {threshold} %). ][Errors: {errors}.]',
      '[Metaの説明：{message} ][（しきい値：{threshold}%）。][エラー：{errors}。]',
    ),
    remedy: l(
      'Look at the log of the endpoint. If it goes on, Meta throttles or blocks the Flow.',
      'エンドポイントのログを確認してください。続くとMetaがフローを制限または停止します。',
    ),
  },
  'flow.client_errors': {
    severity: 'warning',
    data: alertData.extend({ errors }),
    title: l('The Flow {flowId} fails on phones', 'フロー{flowId}で端末側のエラーが発生しています'),
    explanation: l(
      '[Meta says: {message} ][Errors: {errors}.]',
      '[Metaの説明：{message} ][エラー：{errors}。]',
    ),
    remedy: l('Try the Flow on a phone and repair its JSON.', '実機でフローを試し、JSONを修正してください。'),
  },
  'flow.slow': {
    severity: 'warning',
    data: alertData.extend({ p90Ms: z.number().nullable() }),
    title: l(
      'The endpoint of the Flow {flowId} is slow',
      'フロー{flowId}のエンドポイントの応答が遅くなっています',
    ),
    explanation: l(
      '[Meta says: {message} ][One answer in ten takes more than {p90Ms} ms.]',
      '[Metaの説明：{message} ][応答の1割が{p90Ms}ミリ秒を超えています。]',
    ),
    remedy: l(
      'Answer within a second; do slow work later.',
      '1秒以内に応答し、時間のかかる処理は後で行ってください。',
    ),
  },
  'flow.unavailable': {
    severity: 'critical',
    data: alertData.extend({ availability: z.number().nullable() }),
    title: l(
      'The endpoint of the Flow {flowId} cannot be reached',
      'フロー{flowId}のエンドポイントに接続できません',
    ),
    explanation: l(
      '[Meta says: {message} ][Reachable {availability} % of the time.]',
      '[Metaの説明：{message} ][可用性：{availability}%。]',
    ),
    remedy: l('Bring the endpoint back up.', 'エンドポイントを復旧してください。'),
  },
  'flow.alert_over': {
    severity: 'success',
    data: z.object({ flowId: z.string(), alert: z.string(), message: z.string().nullable() }),
    title: l('The Flow {flowId} works well again', 'フロー{flowId}が正常に戻りました'),
    explanation: l('[Meta says: {message}]', '[Metaの説明：{message}]'),
    remedy: null,
  },
});
