import { Trans, useLingui } from '@lingui/react/macro';
import { type MantineColorScheme, SegmentedControl, Stack, useMantineColorScheme } from '@mantine/core';
import { languages } from '@renkei/contract';
import { chooseLanguage, useLanguage } from '../../lib/i18n.ts';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { AccountForm } from './account-form.tsx';
import { PasswordForm } from './password-form.tsx';
import styles from './profile-page.module.css';

const languageNames = { en: 'English', ja: '日本語' } as const;

export function ProfilePage() {
  return (
    <>
      <PageHeader title={<Trans>Profile</Trans>}>
        <Trans>How you appear to the team, and how you sign in.</Trans>
      </PageHeader>
      <AccountForm />
      <PasswordForm />
      <Appearance />
    </>
  );
}

function Appearance() {
  const { t } = useLingui();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
    { value: 'auto', label: t`System` },
    { value: 'light', label: t`Light` },
    { value: 'dark', label: t`Dark` },
  ];
  return (
    <Card title={<Trans>In this browser</Trans>}>
      <Stack gap="md">
        <div className={styles.choice}>
          <span id="choose-language">
            <Trans>Language</Trans>
          </span>
          <SegmentedControl
            aria-labelledby="choose-language"
            value={language}
            onChange={(value) => void chooseLanguage(value)}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
        </div>
        <div className={styles.choice}>
          <span id="choose-colours">
            <Trans>Theme</Trans>
          </span>
          <SegmentedControl
            aria-labelledby="choose-colours"
            value={colorScheme}
            onChange={setColorScheme}
            data={[...schemes]}
          />
        </div>
      </Stack>
    </Card>
  );
}
