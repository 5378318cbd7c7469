import { SquarePen } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useText } from '../../i18n/language.ts';
import type { ShownMessage } from '../../session/outbox.ts';
import { loadLater } from '../../ui/load-later.ts';
import { AnswerButton } from '../parts/AnswerButton.tsx';
import { useOneAnswer } from '../parts/use-one-answer.ts';
import type { FlowParameters } from './flow-parameters.ts';

const FlowSheet = loadLater(async () => (await import('./FlowSheet.tsx')).FlowSheet);

/** Opens a form; once it was sent the button says so. */
export function FlowButton({ parameters, message }: { parameters: FlowParameters; message: ShownMessage }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const { answer, isAnswered, reply } = useOneAnswer(message);
  return (
    <>
      <AnswerButton
        title={answer ? text.flow.done : (parameters.flow_cta ?? text.flow.open)}
        icon={SquarePen}
        isChosen={answer !== undefined}
        isDisabled={isAnswered}
        onPress={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense fallback={null}>
          <FlowSheet
            parameters={parameters}
            messageId={message.id}
            onClose={() => setOpen(false)}
            onComplete={(response) => {
              setOpen(false);
              reply({
                type: 'interactive',
                content: {
                  type: 'nfm_reply',
                  nfm_reply: { name: 'flow', body: text.flow.done, response_json: JSON.stringify(response) },
                },
                request: { type: 'flow_reply', content: { messageId: message.id, response } },
              });
            }}
          />
        </Suspense>
      )}
    </>
  );
}
