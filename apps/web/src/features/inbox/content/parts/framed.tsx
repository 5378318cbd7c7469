import type { Header } from '@renkei/contract';
import type { ReactNode } from 'react';
import { RichText } from '../../rich-text/rich-text.tsx';
import type { Files } from '../view-props.ts';
import { HeaderView } from './header-view.tsx';
import styles from './parts.module.css';

interface FramedProps {
  readonly header?: Header | undefined;
  readonly body?: string | undefined;
  readonly footer?: string | undefined;
  readonly files: Files;
  /** What can be tapped on the phone, and what we know besides. */
  readonly children?: ReactNode;
}

/** The text of an interactive message with what stands around it. */
export function Framed({ header, body, footer, files, children }: FramedProps) {
  return (
    <div className={styles.framed}>
      {header === undefined ? null : <HeaderView header={header} files={files} />}
      {body === undefined ? null : <RichText text={body} />}
      {footer === undefined ? null : <p className={styles.footer}>{footer}</p>}
      {children}
    </div>
  );
}
