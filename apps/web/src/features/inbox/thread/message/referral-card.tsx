import { Trans } from '@lingui/react/macro';
import type { Referral } from '@renkei/contract';
import { ExternalLink, Megaphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { safeHref } from '../../rich-text/parse-links.ts';
import styles from './referral-card.module.css';

const origins: Readonly<Record<Referral['source'], () => ReactNode>> = {
  ad: () => <Trans>Came from an advertisement</Trans>,
  post: () => <Trans>Came from a post</Trans>,
  other: () => <Trans>Came through a link</Trans>,
};

/** Where the customer came from. Meta's picture is not loaded: it would tell Meta who reads this, and when. */
export function ReferralCard({ referral }: { readonly referral: Referral }) {
  const { headline, body, url } = referral;
  const href = url === null ? undefined : safeHref(url);
  return (
    <aside className={styles.root}>
      <p className={styles.origin}>
        <Megaphone size={13} aria-hidden />
        {origins[referral.source]()}
      </p>
      {headline === null ? null : <p className={styles.headline}>{headline}</p>}
      {body === null ? null : <p className={styles.body}>{body}</p>}
      {href === undefined ? null : (
        <a className={styles.link} href={href} target="_blank" rel="noopener noreferrer nofollow">
          <ExternalLink size={12} aria-hidden />
          <span>{url}</span>
        </a>
      )}
    </aside>
  );
}
