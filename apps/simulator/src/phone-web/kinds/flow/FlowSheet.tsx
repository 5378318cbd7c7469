import { ChevronLeft } from 'lucide-react';
import type { FormEvent } from 'react';
import { useText } from '../../i18n/language.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { FlowComponents } from './FlowComponents.tsx';
import { findFooter } from './find-footer.ts';
import styles from './flow.module.css';
import { FlowContext } from './flow-context.ts';
import { actionSchema } from './flow-json.ts';
import type { FlowParameters } from './flow-parameters.ts';
import type { FormValues } from './resolve.ts';
import { useFlow } from './use-flow.ts';

type FlowSheetProps = Readonly<{
  parameters: FlowParameters;
  messageId: string;
  onComplete: (response: FormValues) => void;
  onClose: () => void;
}>;

/** A WhatsApp Flow, one screen at a time. */
export function FlowSheet({ parameters, messageId, onComplete, onClose }: FlowSheetProps) {
  const text = useText();
  const flow = useFlow({ parameters, messageId, onComplete });
  const { screen, scope, problem, isBusy, canGoBack } = flow;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const footer = screen && findFooter(screen.layout.children, scope);
    const action = actionSchema.safeParse(footer?.['on-click-action']);
    if (action.success) flow.run(action.data);
  };

  return (
    <Sheet title={screen?.title ?? parameters.flow_cta ?? text.flow.open} onClose={onClose}>
      {canGoBack && <IconButton icon={ChevronLeft} label={text.flow.back} onClick={flow.goBack} />}
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {!screen && problem === undefined && <p role="status">{text.flow.loading}</p>}
      {screen && (
        <FlowContext value={flow}>
          <form key={screen.id} className={styles.screen} onSubmit={submit} aria-busy={isBusy}>
            <FlowComponents nodes={screen.layout.children} />
          </form>
        </FlowContext>
      )}
      <p className={styles.managed}>{text.flow.managed}</p>
    </Sheet>
  );
}
