import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleHelp, Inbox, LogOut, type LucideIcon, Settings, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSession } from '../lib/queries.ts';
import { useHasCriticalNews } from '../lib/use-critical-news.ts';
import { useNeedsAttention } from '../lib/use-health.ts';
import { AlertDot } from '../ui/alert-dot.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Mark } from '../ui/wordmark.tsx';
import { AppearanceItems } from './appearance-items.tsx';
import styles from './rail.module.css';
import { useSignOut } from './use-sign-out.ts';

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
      <Tooltip label={t`Keyboard and help (?)`} position="right">
        <UnstyledButton className={styles.item} onClick={onHelp} aria-label={t`Keyboard and help (?)`}>
          <CircleHelp size={20} aria-hidden />
        </UnstyledButton>
      </Tooltip>
      <MemberMenu />
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
    <Tooltip label={label} position="right">
      <Link to={to} className={styles.item} activeProps={{ 'data-active': true }}>
        <Icon size={20} aria-hidden />
        <span className={styles.label}>{label}</span>
        {children}
      </Link>
    </Tooltip>
  );
}

function MemberMenu() {
  const { t } = useLingui();
  const { member, workspace } = useSession();
  const signOut = useSignOut();
  return (
    <Menu position="right-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={styles.member} aria-label={t`Your account: ${member.name}`}>
          <Avatar name={member.name} seed={member.id} size="small" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {member.name} · {workspace.name}
        </Menu.Label>
        <Menu.Item
          leftSection={<UserRound size={16} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/settings/profile" />}
        >
          <Trans>Profile</Trans>
        </Menu.Item>
        <AppearanceItems />
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={signOut}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
