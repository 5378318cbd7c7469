import { useEffect, useState } from 'react';
import { useChat } from '../../chat/chat-context.ts';
import { useText } from '../../i18n/language.ts';
import {
  type FlowAction,
  type FlowJson,
  type FlowScreen,
  flowAnswerSchema,
  flowJsonSchema,
} from './flow-json.ts';
import type { FlowParameters } from './flow-parameters.ts';
import { exampleData, type FlowScope, type FormValues, resolve } from './resolve.ts';

type Visit = Readonly<{ screenId: string; data: FormValues; form: FormValues }>;

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
  const text = useText();
  const { api, waId } = useChat();
  const [flow, setFlow] = useState<FlowJson>();
  const [visits, setVisits] = useState<readonly Visit[]>([]);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const name = parameters.flow_id ?? parameters.flow_name ?? '';

  const current = visits.at(-1);
  const screenOf = (screenId: string | undefined) => flow?.screens.find(({ id }) => id === screenId);
  const scope: FlowScope = {
    data: current?.data ?? {},
    form: current?.form ?? {},
    screens: Object.fromEntries(visits.map(({ screenId, data, form }) => [screenId, { data, form }])),
  };

  /** Asks the endpoint of the business; it answers with a screen, or ends the form. */
  const exchange = async (action: string, screenId: string | undefined, data: FormValues) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const input = { messageId, flow: name, action, screen: screenId, data };
      const answer = flowAnswerSchema.parse(await api.act(waId, 'flow-exchange', input));
      const { extension_message_response: end, error_message: error, ...shown } = answer.data;
      if (answer.screen === 'SUCCESS') onComplete(paramsOf(end));
      else enter(answer.screen, shown);
      if (typeof error === 'string') setProblem(error);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : text.flow.failed);
    }
    setBusy(false);
  };

  const enter = (screenId: string, data: FormValues) =>
    setVisits((before) => {
      const last = before.at(-1);
      // An answer for the same screen refreshes it and keeps what was entered.
      if (last?.screenId === screenId)
        return [...before.slice(0, -1), { ...last, data: { ...last.data, ...data } }];
      return [...before, { screenId, data, form: {} }];
    });

  useEffect(() => {
    let isCurrent = true;
    api.getFlow(waId, name).then(
      (json) => {
        if (!isCurrent) return;
        const parsed = flowJsonSchema.safeParse(json);
        if (parsed.success) setFlow(parsed.data);
        else setProblem(text.flow.unreadable);
      },
      (error: unknown) => isCurrent && setProblem(error instanceof Error ? error.message : text.flow.failed),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, waId, name, text]);

  useEffect(() => {
    if (!flow) return;
    if (parameters.flow_action === 'data_exchange') {
      void exchange('INIT', undefined, {});
      return;
    }
    const { screen: screenId, data } = parameters.flow_action_payload ?? {};
    const first = flow.screens.find(({ id }) => id === screenId) ?? flow.screens[0];
    if (first) setVisits([{ screenId: first.id, data: { ...exampleData(first), ...data }, form: {} }]);
    // The form starts once, when its JSON has come.
    // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  }, [flow]);

  const run = ({ name: kind, next, url, payload = {} }: FlowAction) => {
    if (kind === 'open_url' && url !== undefined && /^https:/u.test(url))
      window.open(url, '_blank', 'noopener');
    const resolved = Object.fromEntries(
      Object.entries(payload).map(([key, value]) => [key, resolve(value, scope)]),
    );
    if (kind === 'complete') onComplete(resolved);
    else if (kind === 'data_exchange') void exchange('data_exchange', current?.screenId, resolved);
    else if (next) {
      const target = screenOf(next.name);
      enter(next.name, { ...(target && exampleData(target)), ...resolved });
    }
  };

  return {
    screen: screenOf(current?.screenId),
    scope,
    problem,
    isBusy,
    canGoBack: visits.length > 1,
    setValue: (field, value) =>
      setVisits((before) => {
        const last = before.at(-1);
        return last ? [...before.slice(0, -1), { ...last, form: { ...last.form, [field]: value } }] : before;
      }),
    run,
    goBack: () => setVisits((before) => before.slice(0, -1)),
  };
}

function paramsOf(end: unknown): FormValues {
  const isEnd = typeof end === 'object' && end !== null && 'params' in end;
  const params = isEnd && typeof end.params === 'object' && end.params !== null ? end.params : {};
  return Object.fromEntries(Object.entries(params).filter(([key]) => key !== 'flow_token'));
}
