import type { AccountEventTold } from '@renkei/contract';
import type { WebhookValue } from '@renkei/graph-api';
import { byWord, type TellField, tell } from './define.ts';

type Value = WebhookValue<'flows'>;

const alerts: Readonly<Record<string, (value: Value) => AccountEventTold | null>> = {
  ENDPOINT_ERROR_RATE: (value) => tell('flow.endpoint_errors', alertOf(value)),
  CLIENT_ERROR_RATE: (value) => tell('flow.client_errors', alertOf(value)),
  ENDPOINT_LATENCY: (value) =>
    tell('flow.slow', { ...alertOf(value), p90Ms: numberAt(value, 'p90_latency') }),
  ENDPOINT_AVAILABILITY: (value) =>
    tell('flow.unavailable', { ...alertOf(value), availability: numberAt(value, 'availability') }),
};

export const tellFlow: TellField<'flows'> = (value) => [{ event: value.event, told: tellEvent(value) }];

function tellEvent(value: Value): AccountEventTold | null {
  const message = value.message ?? null;
  if (value.event === 'FLOW_STATUS_CHANGE') {
    return tell('flow.status_changed', {
      flowId: value.flow_id,
      message,
      previousStatus: value.old_status ?? null,
      status: value.new_status ?? null,
    });
  }
  const alert = byWord(alerts, value.event);
  if (alert && value.alert_state === 'DEACTIVATED') {
    return tell('flow.alert_over', { flowId: value.flow_id, alert: value.event, message });
  }
  return alert?.(value) ?? null;
}

function alertOf(value: Value) {
  return {
    flowId: value.flow_id,
    message: value.message ?? null,
    threshold: value.threshold ?? null,
    requestCount: value.requests_count ?? null,
    errors: value.errors.map(({ error_type: type, error_rate: rate }) => `${type} ${rate} %`),
  };
}

/** Keys that only one alert has. */
function numberAt(value: Value, key: string): number | null {
  const number = value[key];
  return typeof number === 'number' ? number : null;
}
