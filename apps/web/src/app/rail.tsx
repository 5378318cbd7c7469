import { Trans, useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleHelp, Inbox, type LucideIcon, Settings } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { lazyWithWords } from '../lib/lazy-with-words.ts';
import { useHasCriticalNews } from '../lib/use-critical-news.ts';
import { useNeedsAttention } from '../lib/use-health.ts';
import { AlertDot } from '../ui/alert-dot.tsx';
import { Hint } from '../ui/hint.tsx';
import { Mark } from '../ui/wordmark.tsx';
import { MemberButton } from './member-button.tsx';
import styles from './rail.module.css';

const MemberMenu = lazyWithWords(async () => (await import('./member-menu.tsx')).MemberMenu);

interface RailProps {
  readonly unreadCount: number;
  readonly label: string;
  readonly onHelp: () => void;
}

export function Rail({ unreadCount, label, onHelp }: RailProps) {
  const { t } = useLingui();
  const hasCriticalNews = useHasCriticalNews();
  const needsAttention = useNeedsAttention();
  return (
    <nav className={styles.root} aria-label={label}>
      <span className={styles.mark}>
        <Mark />
      </span>
      <RailLink to="/inbox" icon={Inbox} label={t`Inbox`}>
        {unreadCount === 0 ? null : (
          <span className={styles.badge}>
            <span aria-hidden>{unreadCount > 99 ? '99+' : unreadCount}</span>
            <span className="visually-hidden">
              <Trans>{unreadCount} unread</Trans>
            </span>
          </span>
        )}
      </RailLink>
      <RailLink to="/settings" icon={Settings} label={t`Settings`}>
        {hasCriticalNews || needsAttention ? (
          <span className={styles.alert}>
            <AlertDot>
              {hasCriticalNews ? (
                <Trans>Something critical was reported</Trans>
              ) : (
                <Trans>Something needs you</Trans>
              )}
            </AlertDot>
          </span>
        ) : null}
      </RailLink>
      <span className={styles.spring} />
      <Hint label={t`Keyboard and help (?)`} side="right">
        <UnstyledButton className={styles.item} onClick={onHelp} aria-label={t`Keyboard and help (?)`}>
          <CircleHelp size={20} aria-hidden />
        </UnstyledButton>
      </Hint>
      <MemberButtonAndMenu />
    </nav>
  );
}

interface RailLinkProps {
  readonly to: '/inbox' | '/settings';
  readonly icon: LucideIcon;
  readonly label: string;
  readonly children?: ReactNode;
}

function RailLink({ to, icon: Icon, label, children }: RailLinkProps) {
  return (
    <Hint label={label} side="right">
      <Link to={to} className={styles.item} activeProps={{ 'data-active': true }}>
        <Icon size={20} aria-hidden />
        <span className={styles.label}>{label}</span>
        {children}
      </Link>
    </Hint>
  );
}

/** The picture of who is signed in. Its menu is fetched when it is opened. */
function MemberButtonAndMenu() {
  const [isWanted, setIsWanted] = useState(false);
  const button = <MemberButton onClick={() => setIsWanted(true)} />;
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <MemberMenu />
    </Suspense>
  );
}
