import { useEffect, useState } from 'react';
import { useChat } from '../../chat/chat-context.ts';
import { useText } from '../../i18n/language.ts';
import { type FlowJson, flowJsonSchema } from './flow-json.ts';

/** The JSON of a WhatsApp Flow, by id or name; or why it cannot be shown. */
export function useFlowJson(name: string) {
  const text = useText();
  const { api, waId } = useChat();
  const [flow, setFlow] = useState<FlowJson>();
  const [problem, setProblem] = useState<string>();

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

  return { flow, problem };
}
