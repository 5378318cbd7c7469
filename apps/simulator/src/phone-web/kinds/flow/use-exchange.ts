import { useState } from 'react';
import { useChat } from '../../chat/chat-context.ts';
import { useText } from '../../i18n/language.ts';
import { flowAnswerSchema } from './flow-json.ts';
import type { FormValues } from './resolve.ts';

type ExchangeOptions = Readonly<{
  flow: string;
  messageId: string;
  onScreen: (screenId: string, data: FormValues) => void;
  onComplete: (response: FormValues) => void;
}>;

/** Asks the endpoint of the business; it answers with a screen, or ends the form. */
export function useExchange({ flow, messageId, onScreen, onComplete }: ExchangeOptions) {
  const text = useText();
  const { api, waId } = useChat();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const exchange = async (action: string, screen: string | undefined, data: FormValues) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const input = { messageId, flow, action, screen, data };
      const answer = flowAnswerSchema.parse(await api.act(waId, 'flow-exchange', input));
      const { extension_message_response: end, error_message: error, ...shown } = answer.data;
      if (answer.screen === 'SUCCESS') onComplete(paramsOf(end));
      else onScreen(answer.screen, shown);
      if (typeof error === 'string') setProblem(error);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : text.flow.failed);
    }
    setBusy(false);
  };

  return { exchange, problem, isBusy };
}

/** What the endpoint answers with at the end; the token is put in front by the simulator. */
function paramsOf(end: unknown): FormValues {
  const isEnd = typeof end === 'object' && end !== null && 'params' in end;
  const params = isEnd && typeof end.params === 'object' && end.params !== null ? end.params : {};
  return Object.fromEntries(Object.entries(params).filter(([key]) => key !== 'flow_token'));
}
