import { CircleHelp, FileWarning, WifiOff } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import type { PhoneSnapshot } from '../session/phone-session.ts';
import { Button } from '../ui/Button.tsx';
import styles from './problem.module.css';

type ProblemKind = NonNullable<PhoneSnapshot['problem']>;

const PROBLEMS = {
  unreachable: { Icon: WifiOff, sentence: 'unreachable', remedy: 'unreachableRemedy' },
  'unknown-phone': { Icon: CircleHelp, sentence: 'unknownPhone', remedy: 'unknownPhoneRemedy' },
  'not-understood': { Icon: FileWarning, sentence: 'notUnderstood', remedy: 'notUnderstoodRemedy' },
} as const satisfies Record<ProblemKind, unknown>;

export function Problem({ kind, onRetry }: { kind: ProblemKind; onRetry: () => void }) {
  const text = useText();
  const { Icon, sentence, remedy } = PROBLEMS[kind];
  return (
    <div className={styles.problem} role="alert">
      <Icon size={40} strokeWidth={1.5} aria-hidden="true" />
      <h1>{text.problems[sentence]}</h1>
      <p>{text.problems[remedy]}</p>
      <Button tone="accent" onClick={onRetry}>
        {text.problems.retry}
      </Button>
    </div>
  );
}
