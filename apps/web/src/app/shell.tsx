import { Trans, useLingui } from '@lingui/react/macro';
import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useUnreadTitle } from '../features/inbox/data/use-unread-title.ts';
import { lazyWithWords } from '../lib/lazy-with-words.ts';
import { useShortcuts } from '../lib/use-shortcuts.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { useRealtime } from './use-realtime.ts';

const HelpOverlay = lazyWithWords(async () => (await import('./help-overlay.tsx')).HelpOverlay);
const JumpDialog = lazyWithWords(async () => (await import('./jump-dialog.tsx')).JumpDialog);

/** What stays while pages change: rail, banner, help, live events. */
export function Shell() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { conversationId } = useParams({ strict: false });
  const [overlay, setOverlay] = useState<'help' | 'jump' | null>(null);
  const close = () => setOverlay(null);
  const unreadCount = useUnreadTitle();
  useRealtime();
  useShortcuts({
    '?': () => setOverlay('help'),
    'mod+k': () => setOverlay('jump'),
    'mod+,': () => void navigate({ to: '/settings/channels' }),
  });
  return (
    <div className={styles.root} data-thread-open={conversationId !== undefined}>
      <a className={styles.skip} href="#main">
        <Trans>Skip to the content</Trans>
      </a>
      <Rail unreadCount={unreadCount} onHelp={() => setOverlay('help')} label={t`Main`} />
      <main id="main" className={styles.main} tabIndex={-1}>
        <ConnectionBanner />
        <div className={styles.page}>
          <Outlet />
        </div>
      </main>
      <Suspense fallback={null}>
        {overlay === 'help' ? <HelpOverlay onClose={close} /> : null}
        {overlay === 'jump' ? <JumpDialog onClose={close} /> : null}
      </Suspense>
    </div>
  );
}
