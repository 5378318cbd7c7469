import { Trans } from '@lingui/react/macro';
import { LayoutTemplate } from 'lucide-react';
import styles from './content.module.css';
import { TemplateText } from './template-text.tsx';
import type { ContentViewProps } from './view-props.ts';

export function TemplateContent({ content }: ContentViewProps<'template'>) {
  return (
    <>
      {content.rendered === undefined ? (
        <p className={styles.plain}>{content.bodyParameters.join(' · ')}</p>
      ) : (
        <TemplateText {...content.rendered} />
      )}
      <p className={styles.origin}>
        <LayoutTemplate size={12} aria-hidden />
        <Trans>
          Template {content.name} ({content.language})
        </Trans>
      </p>
    </>
  );
}
