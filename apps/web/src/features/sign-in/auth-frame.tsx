import { Trans } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { chooseLanguage, useLanguage } from '../../lib/i18n.ts';
import { Wordmark } from '../../ui/wordmark.tsx';
import styles from './auth-frame.module.css';

interface AuthFrameProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
}

export function AuthFrame({ title, children }: AuthFrameProps) {
  const language = useLanguage();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <div className={styles.root}>
      <main className={styles.card}>
        <Wordmark />
        <h1 className={styles.title}>{title}</h1>
        {children}
      </main>
      <footer className={styles.footer}>
        <p>
          <Trans>Renkei is open-source software. It is not affiliated with Meta or WhatsApp.</Trans>
        </p>
        <UnstyledButton className={styles.language} lang={other} onClick={() => void chooseLanguage(other)}>
          {other === 'ja' ? '日本語' : 'English'}
        </UnstyledButton>
      </footer>
    </div>
  );
}
