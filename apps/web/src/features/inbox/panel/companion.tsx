import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { PanelRightClose, Smartphone } from 'lucide-react';
import { useRef } from 'react';
import { useLanguage } from '../../../lib/i18n.ts';
import { useFlag } from '../../../lib/preferences.ts';
import { Hint } from '../../../ui/hint.tsx';
import styles from './companion.module.css';
import { useTellCompanion } from './use-tell-companion.ts';

/** Below this width there is no room beside list and thread. */
const wideEnough = '(min-width: 1200px)';

/** The page that the server names to stand beside the inbox, such as a virtual phone. */
export function Companion({ url }: { readonly url: string }) {
  const { t } = useLingui();
  const isWide = useMediaQuery(wideEnough, false, { getInitialValueInEffect: false });
  const [isOpen, setIsOpen] = useFlag('renkei-companion-open', true);
  const language = useLanguage();
  const colorScheme = useComputedColorScheme();
  const frame = useRef<HTMLIFrameElement>(null);
  const onFrameLoad = useTellCompanion(frame, url);
  if (isWide !== true) return null;
  if (!isOpen) {
    return (
      <div className={styles.closed}>
        <Hint label={t`Show the virtual phone`} side="left">
          <ActionIcon
            variant="subtle"
            size="lg"
            onClick={() => setIsOpen(true)}
            aria-label={t`Show the virtual phone`}
          >
            <Smartphone size={18} aria-hidden />
          </ActionIcon>
        </Hint>
      </div>
    );
  }
  return (
    <aside className={styles.root} aria-label={t`Virtual phone`}>
      <header className={styles.header}>
        <Smartphone size={16} aria-hidden />
        <h2 className={styles.title}>
          <Trans>Virtual phone</Trans>
        </h2>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<PanelRightClose size={16} aria-hidden />}
          onClick={() => setIsOpen(false)}
        >
          <Trans>Hide</Trans>
        </Button>
      </header>
      <iframe
        ref={frame}
        onLoad={onFrameLoad}
        className={styles.frame}
        title={t`Virtual phone of a customer`}
        src={companionSource(url, language, colorScheme)}
        allow="microphone; clipboard-write"
      />
    </aside>
  );
}

function companionSource(url: string, language: string, theme: string): string {
  const source = new URL(url, location.href);
  source.searchParams.set('lang', language);
  source.searchParams.set('theme', theme);
  return source.href;
}
