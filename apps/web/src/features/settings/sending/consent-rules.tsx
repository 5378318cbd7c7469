import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Switch, Textarea } from '@mantine/core';
import { Card } from '../../../ui/card.tsx';
import type { RulesPartProps } from './rules-part-props.ts';
import styles from './sending-rules.module.css';

/** Who has to agree to what, and which words change it. */
export function ConsentRules({ settings, onChange }: RulesPartProps) {
  const { t } = useLingui();
  const { optInRequired, keywords, confirmations } = settings;
  return (
    <Card title={<Trans>Consent</Trans>}>
      <Stack gap="sm">
        <p className={styles.hint}>
          <Trans>
            Who writes to you agrees to an answer and to no more. What you begin yourself needs a template,
            and an opt-in for its kind. An opt-out always counts.
          </Trans>
        </p>
        <Switch
          label={t`Marketing templates need an opt-in`}
          checked={optInRequired.marketing}
          onChange={({ currentTarget: { checked } }) =>
            onChange({ optInRequired: { ...optInRequired, marketing: checked } })
          }
        />
        <Switch
          label={t`Utility templates need an opt-in`}
          checked={optInRequired.utility}
          onChange={({ currentTarget: { checked } }) =>
            onChange({ optInRequired: { ...optInRequired, utility: checked } })
          }
        />
        <Switch
          label={t`Messages like STOP end marketing`}
          description={t`In 22 languages, as a whole message. Opt-out buttons and WhatsApp's own setting always count.`}
          checked={keywords.optOut}
          onChange={({ currentTarget: { checked } }) =>
            onChange({ keywords: { ...keywords, optOut: checked } })
          }
        />
        <Switch
          label={t`Messages like START allow marketing`}
          checked={keywords.optIn}
          onChange={({ currentTarget: { checked } }) =>
            onChange({ keywords: { ...keywords, optIn: checked } })
          }
        />
        <Switch
          label={t`Confirm such a message once`}
          checked={confirmations.enabled}
          onChange={({ currentTarget: { checked } }) =>
            onChange({ confirmations: { ...confirmations, enabled: checked } })
          }
        />
        {confirmations.enabled ? (
          <>
            <Textarea
              label={t`Answer to an opt-out`}
              placeholder={t`Empty: our own words, in Japanese to Japanese keywords and in English to others`}
              autosize
              maxLength={1000}
              value={confirmations.optOut ?? ''}
              onChange={({ currentTarget: { value } }) =>
                onChange({ confirmations: { ...confirmations, optOut: value === '' ? null : value } })
              }
            />
            <Textarea
              label={t`Answer to an opt-in`}
              placeholder={t`Empty: our own words, in Japanese to Japanese keywords and in English to others`}
              autosize
              maxLength={1000}
              value={confirmations.optIn ?? ''}
              onChange={({ currentTarget: { value } }) =>
                onChange({ confirmations: { ...confirmations, optIn: value === '' ? null : value } })
              }
            />
          </>
        ) : null}
      </Stack>
    </Card>
  );
}
