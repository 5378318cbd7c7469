import { useNow } from '../../../lib/use-now.ts';
import { describeWindow } from '../data/describe-window.ts';
import styles from './composer.module.css';
import { type ComposerProps, OpenComposer } from './open-composer.tsx';
import { WindowClosed } from './window-closed.tsx';
import { WindowCountdown } from './window-countdown.tsx';

export function Composer(props: ComposerProps) {
  const { conversation } = props;
  const now = useNow(1000);
  const window = describeWindow(conversation.window, now);
  if (window.kind !== 'open') return <WindowClosed {...props} window={window} />;
  return (
    <div className={styles.root}>
      <OpenComposer {...props} />
      <WindowCountdown {...props} window={window} />
    </div>
  );
}
