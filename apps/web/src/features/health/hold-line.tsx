import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { HoldReason, QueueHealth, QueueHold } from '@renkei/contract';
import {
  Ban,
  Clock3,
  Gauge,
  ListOrdered,
  type LucideIcon,
  RotateCw,
  Scale,
  Unplug,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { holdTitles } from '../../lib/hold-titles.ts';
import { useLanguage, useLocalized } from '../../lib/i18n.ts';
import { formatCount } from './format-count.ts';
import styles from './health.module.css';
import { useWhen } from './use-when.ts';

interface HoldLineProps {
  readonly hold: QueueHold;
  readonly queue: QueueHealth;
}

interface HoldWords {
  readonly icon: LucideIcon;
  /** Where it can say more than `holdTitles` does. */
  readonly title?: (words: HoldPlace) => ReactNode;
  readonly remedy: (words: HoldPlace) => ReactNode;
}

/** What the words of a hold speak of. */
interface HoldPlace extends HoldLineProps {
  /** When it ends; empty: nobody knows. */
  readonly at: string;
  readonly freesAt: string;
  /** Of the problem that comes with it. */
  readonly problemTitle: string;
  readonly problemRemedy: string;
}

/** Each reason in a shop owner's words: what holds, and what to do or until when to wait. */
const holdWords = {
  system_held: {
    icon: Ban,
    remedy: () => <Trans>It goes on once an owner or an operator releases it: see above.</Trans>,
  },
  channel_state: {
    icon: Unplug,
    title: ({ problemTitle }) => problemTitle,
    remedy: ({ problemRemedy }) => problemRemedy,
  },
  number_throttled: {
    icon: Gauge,
    remedy: ({ at }) => <Trans>It goes on by itself at {at}. Nothing has to be done.</Trans>,
  },
  portfolio_limit: {
    icon: Users,
    title: ({ queue }) =>
      queue.portfolio?.limit ? (
        <Trans>WhatsApp allows {queue.portfolio.limit} new people in 24 hours for your company</Trans>
      ) : null,
    remedy: ({ freesAt }) =>
      freesAt === '' ? (
        <Trans>They go on as places become free. Answers to customers who wrote to you always go.</Trans>
      ) : (
        <Trans>The next place is free at {freesAt}. Answers to customers who wrote to you always go.</Trans>
      ),
  },
  rule: {
    icon: Scale,
    title: ({ problemTitle }) => problemTitle,
    remedy: ({ problemRemedy, at }) =>
      at === '' ? problemRemedy : <Trans>The first of them go on at {at}.</Trans>,
  },
  pair_rate: {
    icon: Clock3,
    remedy: () => (
      <Trans>
        WhatsApp takes about one message every 6 seconds to the same person; the rest follow one by one.
      </Trans>
    ),
  },
  order: {
    icon: ListOrdered,
    remedy: () => <Trans>So they arrive in the order in which they were written.</Trans>,
  },
  retry: {
    icon: RotateCw,
    title: ({ problemTitle }) => problemTitle,
    remedy: ({ at }) => <Trans>Tried again by itself, next at {at}.</Trans>,
  },
  unreachable: {
    icon: Unplug,
    remedy: () => (
      <Trans>
        Tried again by itself. If it lasts, check the server’s connection to the internet and Meta’s status
        page.
      </Trans>
    ),
  },
} as const satisfies Record<HoldReason, HoldWords>;

/** Why some of a queue wait, how many, and what to do. */
export function HoldLine({ hold, queue }: HoldLineProps) {
  const { i18n } = useLingui();
  const localized = useLocalized();
  const language = useLanguage();
  const when = useWhen();
  const words: HoldWords = holdWords[hold.reason];
  const place: HoldPlace = {
    hold,
    queue,
    at: hold.until === null ? '' : when(hold.until),
    freesAt: queue.portfolio?.freesAt ? when(queue.portfolio.freesAt) : '',
    problemTitle: hold.problem === null ? '' : localized(hold.problem.title),
    problemRemedy: hold.problem === null ? '' : localized(hold.problem.remedy),
  };
  return (
    <li className={styles.hold}>
      <span className={styles.sign}>
        <words.icon size={16} aria-hidden />
      </span>
      <div className={styles.words}>
        <p className={styles.holdTitle}>{words.title?.(place) || i18n._(holdTitles[hold.reason])}</p>
        <p className={styles.note}>{words.remedy(place)}</p>
      </div>
      <span className={styles.holdCount}>
        <Plural value={hold.count} one="# message" other={`${formatCount(hold.count, language)} messages`} />
      </span>
    </li>
  );
}
