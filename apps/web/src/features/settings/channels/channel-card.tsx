import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Channel, ChannelState } from '@renkei/contract';
import { formatDateTime } from '../../../lib/format-time.ts';
import { useLanguage } from '../../../lib/i18n.ts';
import { providerNames } from '../../../lib/provider-names.ts';
import { Card } from '../../../ui/card.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { ChannelActions } from './channel-actions.tsx';
import styles from './channel-card.module.css';

const states = {
  connected: { label: msg`Connected`, tone: 'good' },
  token_expired: { label: msg`Token expired`, tone: 'bad' },
  restricted: { label: msg`Restricted`, tone: 'bad' },
  disconnected: { label: msg`Disconnected`, tone: 'quiet' },
} as const satisfies Record<ChannelState, unknown>;

/** Meta's words for the colours. Source: Meta, Business phone numbers, quality rating (2026-05-21). */
const qualityNames: ReadonlyMap<string, MessageDescriptor> = new Map([
  ['GREEN', msg`High (green)`],
  ['YELLOW', msg`Medium (yellow)`],
  ['RED', msg`Low (red)`],
]);

/** Source: Meta, Messaging limits (2026). */
const limitNames: ReadonlyMap<string, MessageDescriptor> = new Map([
  ['TIER_250', msg`250 people in 24 hours`],
  ['TIER_1K', msg`1,000 people in 24 hours`],
  ['TIER_2K', msg`2,000 people in 24 hours`],
  ['TIER_10K', msg`10,000 people in 24 hours`],
  ['TIER_100K', msg`100,000 people in 24 hours`],
  ['TIER_UNLIMITED', msg`No limit`],
]);

interface ChannelCardProps {
  readonly channel: Channel;
  readonly canManage: boolean;
}

export function ChannelCard({ channel, canManage }: ChannelCardProps) {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const { label, tone } = states[channel.state];
  const quality = qualityNames.get(channel.qualityRating ?? '');
  const limit = limitNames.get(channel.messagingLimit ?? '');
  const facts = [
    { label: t`Quality`, value: quality === undefined ? t`not rated yet` : i18n._(quality) },
    ...(channel.messagingLimit === null
      ? []
      : [
          {
            label: t`People you may write to first`,
            value: limit === undefined ? channel.messagingLimit : i18n._(limit),
          },
        ]),
    { label: t`Allowed sending rate`, value: t`${channel.messagesPerSecond} messages per second` },
    { label: t`Waiting to be sent`, value: String(channel.queuedCount) },
    {
      label: t`Last message received`,
      value: channel.lastInboundAt === null ? t`none yet` : formatDateTime(channel.lastInboundAt, language),
    },
    { label: t`Provider`, value: providerNames[channel.provider] },
    {
      label: channel.provider === 'twilio' ? t`Sender` : t`Phone number ID`,
      value: channel.phoneNumberId,
    },
    { label: channel.provider === 'twilio' ? t`Account SID` : t`WABA ID`, value: channel.wabaId },
  ];
  return (
    <Card>
      <header className={styles.header}>
        <div className={styles.names}>
          <h3 className={styles.name}>{channel.name}</h3>
          <p className={styles.number}>{channel.displayPhoneNumber}</p>
        </div>
        <StateBadge tone={tone}>{i18n._(label)}</StateBadge>
      </header>
      {channel.problem === null ? null : <ProblemCard problem={channel.problem} />}
      <dl className={styles.facts}>
        {facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.webhook}>
        <span className={styles.webhookLabel}>
          <Trans>Where the provider sends what arrives</Trans>
        </span>
        <div className={styles.webhookValue}>
          <code>{channel.webhookUrl}</code>
          <CopyButton value={channel.webhookUrl} label={t`Copy the callback URL`} />
        </div>
      </div>
      {channel.state === 'disconnected' ? null : <ChannelActions channel={channel} canManage={canManage} />}
    </Card>
  );
}
