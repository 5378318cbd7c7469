import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Switch, TextInput } from '@mantine/core';
import { Card } from '../../../ui/card.tsx';
import type { RulesPartProps } from './rules-part-props.ts';
import styles from './sending-rules.module.css';

/** When nobody is disturbed, by the clock of wherever they live. */
export function QuietHoursRules({ settings: { quietHours }, onChange }: RulesPartProps) {
  const { t } = useLingui();
  const change = (part: Partial<typeof quietHours>) => onChange({ quietHours: { ...quietHours, ...part } });
  return (
    <Card title={<Trans>Quiet hours</Trans>}>
      <Stack gap="sm">
        <p className={styles.hint}>
          <Trans>
            By the recipient's time zone, which their number tells; in large countries the strictest. Messages
            wait and go when the hours end. Answers and one-time codes never wait.
          </Trans>
        </p>
        <Switch
          label={t`Marketing waits in quiet hours`}
          checked={quietHours.enabled}
          onChange={({ currentTarget: { checked } }) => change({ enabled: checked })}
        />
        {quietHours.enabled ? (
          <>
            <div className={styles.times}>
              <TextInput
                type="time"
                required
                withAsterisk={false}
                label={t`From`}
                value={quietHours.from}
                onChange={({ currentTarget: { value } }) => change({ from: value })}
              />
              <TextInput
                type="time"
                required
                withAsterisk={false}
                label={t`To`}
                value={quietHours.to}
                onChange={({ currentTarget: { value } }) => change({ to: value })}
              />
            </div>
            <Switch
              label={t`Utility templates wait too`}
              checked={quietHours.includesUtility}
              onChange={({ currentTarget: { checked } }) => change({ includesUtility: checked })}
            />
          </>
        ) : null}
      </Stack>
    </Card>
  );
}
