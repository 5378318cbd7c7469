import { useEffect, useEffectEvent } from 'react';
import type { FlowAction, FlowJson, FlowScreen } from './flow-json.ts';
import type { FlowParameters } from './flow-parameters.ts';
import { exampleData, type FlowScope, type FormValues, resolve } from './resolve.ts';
import { useExchange } from './use-exchange.ts';
import { useFlowJson } from './use-flow-json.ts';
import { useVisits } from './use-visits.ts';

export type OpenFlow = Readonly<{
  /** Undefined while the form is on its way. */
  screen: FlowScreen | undefined;
  scope: FlowScope;
  problem: string | undefined;
  isBusy: boolean;
  canGoBack: boolean;
  setValue: (name: string, value: unknown) => void;
  run: (action: FlowAction) => void;
  goBack: () => void;
}>;

type FlowOptions = Readonly<{
  parameters: FlowParameters;
  messageId: string;
  onComplete: (response: FormValues) => void;
}>;

/** A form being filled in: its JSON, the screens visited so far with what was entered, and the endpoint behind it. */
export function useFlow({ parameters, messageId, onComplete }: FlowOptions): OpenFlow {
  const name = parameters.flow_id ?? parameters.flow_name ?? '';
  const { flow, problem } = useFlowJson(name);
  const { currentId, enter, ...visits } = useVisits();
  const endpoint = useExchange({ flow: name, messageId, onScreen: enter, onComplete });
  const screenOf = (screenId: string | undefined) => flow?.screens.find(({ id }) => id === screenId);

  const start = useEffectEvent((loaded: FlowJson) => {
    if (parameters.flow_action === 'data_exchange') {
      void endpoint.exchange('INIT', undefined, {});
      return;
    }
    const { screen: screenId, data } = parameters.flow_action_payload ?? {};
    const first = loaded.screens.find(({ id }) => id === screenId) ?? loaded.screens[0];
    if (first) enter(first.id, { ...exampleData(first), ...data });
  });
  useEffect(() => {
    if (flow) start(flow);
  }, [flow]);

  /** What each action of Flow JSON does. */
  const actions = new Map<string, (action: FlowAction, payload: FormValues) => void>([
    ['complete', (_action, payload) => onComplete(payload)],
    ['data_exchange', (_action, payload) => void endpoint.exchange('data_exchange', currentId, payload)],
    ['open_url', ({ url }) => openPage(url)],
    [
      'navigate',
      ({ next }, payload) => {
        const target = screenOf(next?.name);
        if (target) enter(target.id, { ...exampleData(target), ...payload });
      },
    ],
  ]);

  return {
    ...visits,
    screen: screenOf(currentId),
    problem: problem ?? endpoint.problem,
    isBusy: endpoint.isBusy,
    run: (action) => {
      const payload = Object.entries(action.payload ?? {});
      const resolved = payload.map(([key, value]) => [key, resolve(value, visits.scope)] as const);
      actions.get(action.name)?.(action, Object.fromEntries(resolved));
    },
  };
}

/** Only web pages are opened; any other address of a form stays dead. */
function openPage(url: string | undefined): void {
  if (url !== undefined && /^https?:/u.test(url)) window.open(url, '_blank', 'noopener');
}
