import { Trans, useLingui } from '@lingui/react/macro';
import type { Permission } from '@renkei/contract';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import {
  HeartPulse,
  type LucideIcon,
  RadioTower,
  Scale,
  ScrollText,
  UserRound,
  UsersRound,
  Webhook,
} from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { usePermission } from '../../lib/queries.ts';
import { useHasCriticalNews } from '../../lib/use-critical-news.ts';
import { useNeedsAttention } from '../../lib/use-health.ts';
import { AlertDot } from '../../ui/alert-dot.tsx';
import styles from './settings-layout.module.css';

export function SettingsLayout() {
  const { t } = useLingui();
  const hasCriticalNews = useHasCriticalNews();
  const needsAttention = useNeedsAttention();
  const nav = useOpenPageInView();
  return (
    <div className={styles.root}>
      <nav ref={nav} className={styles.nav} aria-label={t`Settings`}>
        <h1 className={styles.title}>
          <Trans>Settings</Trans>
        </h1>
        <SettingsLink to="/settings/channels" icon={RadioTower} permission="channel.read">
          <Trans>Channels</Trans>
        </SettingsLink>
        <SettingsLink to="/settings/sending" icon={Scale} permission="workspace.read">
          <Trans>Sending rules</Trans>
        </SettingsLink>
        <SettingsLink to="/settings/hooks" icon={Webhook} permission="integration.manage">
          <Trans>Hooks</Trans>
        </SettingsLink>
        <SettingsLink to="/settings/members" icon={UsersRound} permission="member.read">
          <Trans>Members</Trans>
        </SettingsLink>
        <SettingsLink to="/settings/account-events" icon={ScrollText} permission="accountEvent.read">
          <Trans>Account events</Trans>
          {hasCriticalNews ? (
            <AlertDot>
              <Trans>Something critical was reported</Trans>
            </AlertDot>
          ) : null}
        </SettingsLink>
        <SettingsLink to="/settings/health" icon={HeartPulse} permission="operations.read">
          <Trans>Health</Trans>
          {needsAttention ? (
            <AlertDot>
              <Trans>Something needs you</Trans>
            </AlertDot>
          ) : null}
        </SettingsLink>
        <SettingsLink to="/settings/profile" icon={UserRound} permission="workspace.read">
          <Trans>Profile</Trans>
        </SettingsLink>
      </nav>
      {/* A page without a button on it is scrolled by keyboard all the same. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls takes the focus (WCAG 2.1.1). */}
      <div className={styles.scroll} tabIndex={0}>
        <div className={styles.page}>
          <Outlet />
        </div>
      </div>
    </div>
  );
}

/** On a phone the pages stand in a row that is longer than the screen. */
function useOpenPageInView() {
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = nav.current?.querySelector(`[href="${pathname}"]`);
    open?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return nav;
}

interface SettingsLinkProps {
  readonly to:
    | '/settings/channels'
    | '/settings/sending'
    | '/settings/hooks'
    | '/settings/members'
    | '/settings/account-events'
    | '/settings/health'
    | '/settings/profile';
  readonly icon: LucideIcon;
  readonly permission: Permission;
  readonly children: ReactNode;
}

function SettingsLink({ to, icon: Icon, permission, children }: SettingsLinkProps) {
  const isAllowed = usePermission(permission);
  if (!isAllowed) return null;
  return (
    <Link to={to} className={styles.link} activeProps={{ 'data-active': true }}>
      <Icon size={17} aria-hidden />
      {children}
    </Link>
  );
}
