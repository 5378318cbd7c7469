import { RichText } from '../rich-text/rich-text.tsx';
import styles from './content.module.css';

interface TemplateTextProps {
  readonly header: string | null;
  readonly body: string;
  readonly footer: string | null;
  readonly buttons: readonly string[];
}

/** A template with its parameters filled in, as the customer sees it. */
export function TemplateText({ header, body, footer, buttons }: TemplateTextProps) {
  return (
    <div className={styles.template}>
      {header === null ? null : <p className={styles.templateHeader}>{header}</p>}
      <RichText text={body} />
      {footer === null ? null : <p className={styles.quiet}>{footer}</p>}
      {buttons.length === 0 ? null : (
        <ul className={styles.templateButtons}>
          {buttons.map((button) => (
            <li key={button}>{button}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
