import { Trans, useLingui } from '@lingui/react/macro';
import { NumberInput, Stack } from '@mantine/core';
import { Card } from '../../../ui/card.tsx';
import type { RulesPartProps } from './rules-part-props.ts';
import styles from './sending-rules.module.css';

/** How much one person gets, and when machines keep quiet. An empty field is no limit. */
export function AmountRules({ settings, onChange }: RulesPartProps) {
  const { t } = useLingui();
  const { marketingCaps } = settings;
  return (
    <Card title={<Trans>How much, and who speaks</Trans>}>
      <Stack gap="sm">
        <p className={styles.hint}>
          <Trans>An empty field means: no limit.</Trans>
        </p>
        <div className={styles.times}>
          <LimitInput
            label={t`Marketing per person in 24 hours`}
            max={50}
            value={marketingCaps.perDay}
            onChange={(perDay) => onChange({ marketingCaps: { ...marketingCaps, perDay } })}
          />
          <LimitInput
            label={t`Marketing per person in 7 days`}
            max={200}
            value={marketingCaps.perWeek}
            onChange={(perWeek) => onChange({ marketingCaps: { ...marketingCaps, perWeek } })}
          />
        </div>
        <LimitInput
          label={t`Minutes in which programs do not send the same twice`}
          description={t`Members are only warned.`}
          max={1440}
          value={settings.duplicatesWithinMinutes}
          onChange={(duplicatesWithinMinutes) => onChange({ duplicatesWithinMinutes })}
        />
        <LimitInput
          label={t`Minutes in which automations keep quiet after a member has answered`}
          description={t`Also after an answer from the WhatsApp Business app.`}
          max={10_080}
          value={settings.automationPauseMinutes}
          onChange={(automationPauseMinutes) => onChange({ automationPauseMinutes })}
        />
      </Stack>
    </Card>
  );
}

interface LimitInputProps {
  readonly label: string;
  readonly description?: string;
  readonly max: number;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

function LimitInput({ value, onChange, ...input }: LimitInputProps) {
  return (
    <NumberInput
      {...input}
      min={1}
      clampBehavior="strict"
      allowDecimal={false}
      value={value ?? ''}
      onChange={(given) => onChange(typeof given === 'number' ? given : null)}
    />
  );
}
