import { Trans } from '@lingui/react/macro';
import { Popover, UnstyledButton } from '@mantine/core';
import type { Message } from '@renkei/contract';
import { formatDateTime } from '../../../../lib/format-time.ts';
import { useLanguage } from '../../../../lib/i18n.ts';
import { RichText } from '../../rich-text/rich-text.tsx';
import styles from './edited-mark.module.css';

/** Says that a message was changed; what it said before opens beside it. */
export function EditedMark({ versions }: { readonly versions: Message['earlierVersions'] }) {
  const language = useLanguage();
  return (
    <Popover width={300} position="top" withArrow trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={styles.mark}>
          <Trans>Edited</Trans>
        </UnstyledButton>
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
