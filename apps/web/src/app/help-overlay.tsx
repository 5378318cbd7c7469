import { Trans } from '@lingui/react/macro';
import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import styles from './help-overlay.module.css';

interface HelpOverlayProps {
  readonly onClose: () => void;
}

export function HelpOverlay({ onClose }: HelpOverlayProps) {
  return (
    <Dialog onClose={onClose} title={<Trans>Keyboard</Trans>} size="lg">
      <div className={styles.columns}>
        <Group title={<Trans>Everywhere</Trans>}>
          <Row keys={['?']} does={<Trans>This help</Trans>} />
          <Row keys={['Ctrl', 'K']} does={<Trans>Jump to a conversation or page</Trans>} />
          <Row keys={['Ctrl', ',']} does={<Trans>Settings</Trans>} />
          <Row keys={['Esc']} does={<Trans>Close, cancel, leave the field</Trans>} />
        </Group>
        <Group title={<Trans>Inbox</Trans>}>
          <Row keys={['J']} or="↓" does={<Trans>Next conversation</Trans>} />
          <Row keys={['K']} or="↑" does={<Trans>Previous conversation</Trans>} />
          <Row keys={['/']} does={<Trans>Search</Trans>} />
          <Row keys={['N']} does={<Trans>New conversation</Trans>} />
          <Row keys={['R']} does={<Trans>Reply</Trans>} />
          <Row keys={['E']} does={<Trans>Emoji</Trans>} />
          <Row keys={['I']} does={<Trans>Contact details</Trans>} />
        </Group>
        <Group title={<Trans>While writing</Trans>}>
          <Row keys={['Enter']} does={<Trans>Send</Trans>} />
          <Row keys={['Shift', 'Enter']} does={<Trans>New line</Trans>} />
          <Row keys={['/']} does={<Trans>Send anything else (in an empty field)</Trans>} />
          <Row keys={['Ctrl', 'Enter']} does={<Trans>Send what a form has made</Trans>} />
        </Group>
        <Group title={<Trans>Formatting</Trans>}>
          <Row
            keys={['*…*']}
            does={
              <b>
                <Trans>Bold</Trans>
              </b>
            }
          />
          <Row
            keys={['_…_']}
            does={
              <i>
                <Trans>Italic</Trans>
              </i>
            }
          />
          <Row
            keys={['~…~']}
            does={
              <s>
                <Trans>Strikethrough</Trans>
              </s>
            }
          />
          <Row
            keys={['`…`']}
            does={
              <code>
                <Trans>Fixed width</Trans>
              </code>
            }
          />
        </Group>
      </div>
    </Dialog>
  );
}

function Group({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>{children}</dl>
    </section>
  );
}

interface RowProps {
  readonly keys: readonly string[];
  readonly or?: string;
  readonly does: ReactNode;
}

function Row({ keys, or, does }: RowProps) {
  return (
    <div className={styles.row}>
      <dt>
        {keys.map((key) => (
          <Kbd key={key} size="sm">
            {key}
          </Kbd>
        ))}
        {or === undefined ? null : <Kbd size="sm">{or}</Kbd>}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
