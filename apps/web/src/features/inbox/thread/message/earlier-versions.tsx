import { Trans } from '@lingui/react/macro';
import { Popover } from '@mantine/core';
import type { Message } from '@renkei/contract';
import { useState } from 'react';
import { formatDateTime } from '../../../../lib/format-time.ts';
import { useLanguage } from '../../../../lib/i18n.ts';
import { useOpenedOnArrival } from '../../../../ui/use-opened-on-arrival.ts';
import { RichText } from '../../rich-text/rich-text.tsx';
import { EditedButton } from './edited-button.tsx';
import styles from './edited-mark.module.css';

/** What a message said before it was changed. */
export function EarlierVersions({ versions }: { readonly versions: Message['earlierVersions'] }) {
  const language = useLanguage();
  const { target, isHere } = useOpenedOnArrival();
  const [isOpen, setIsOpen] = useState(true);
  return (
    <Popover
      width={300}
      position="top"
      withArrow
      trapFocus
      returnFocus
      opened={isHere && isOpen}
      onChange={setIsOpen}
    >
      <Popover.Target>
        <EditedButton ref={target} onClick={() => setIsOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown>
        <p className={styles.title}>
          <Trans>What it said before</Trans>
        </p>
        <ol className={styles.versions} tabIndex={0}>
          {versions.map(({ text, replacedAt }) => (
            <li key={replacedAt}>
              <RichText text={text} />
              <time dateTime={replacedAt}>
                <Trans>Changed {formatDateTime(replacedAt, language)}</Trans>
              </time>
            </li>
          ))}
        </ol>
      </Popover.Dropdown>
    </Popover>
  );
}
