import { Trans, useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import type { Template } from '@renkei/contract';
import { useLocalized } from '../../../../lib/i18n.ts';
import styles from './template.module.css';
import { categoryName, statusName } from './template-words.ts';

interface TemplateOptionProps {
  readonly template: Template;
  readonly isBegun: boolean;
  readonly onChoose: () => void;
}

/** One template to choose; what cannot be sent now stays readable and says why. */
export function TemplateOption({ template, isBegun, onChoose }: TemplateOptionProps) {
  const { i18n } = useLingui();
  const localized = useLocalized();
  const { name, language, category, status, body, sendable, problem } = template;
  return (
    <li>
      <UnstyledButton
        className={styles.option}
        onClick={() => (sendable ? onChoose() : undefined)}
        aria-disabled={!sendable}
        data-disabled={!sendable || undefined}
      >
        <span className={styles.name}>
          {name}
          <span className={styles.tag}>{language}</span>
          <span className={styles.tag}>{i18n._(categoryName(category))}</span>
          {status.toUpperCase() === 'APPROVED' ? null : (
            <span className={styles.tag} data-warn>
              {i18n._(statusName(status))}
            </span>
          )}
          {isBegun ? (
            <span className={styles.tag} data-warn>
              <Trans>Draft</Trans>
            </span>
          ) : null}
        </span>
        <span className={styles.body}>{body.text}</span>
        {problem === null ? null : (
          <span className={styles.reason}>
            {localized(problem.detail)} {localized(problem.remedy)}
          </span>
        )}
      </UnstyledButton>
    </li>
  );
}
