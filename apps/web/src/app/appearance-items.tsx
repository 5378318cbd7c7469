import { Trans } from '@lingui/react/macro';
import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { Languages, Monitor, Moon, Sun } from 'lucide-react';
import { chooseLanguage, useLanguage } from '../lib/i18n.ts';

const nextScheme: Readonly<Record<MantineColorScheme, MantineColorScheme>> = {
  auto: 'light',
  light: 'dark',
  dark: 'auto',
};
const schemeIcons = { auto: Monitor, light: Sun, dark: Moon } as const;

/** Language and colours, one tap each; the profile page has them at length. */
export function AppearanceItems() {
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const SchemeIcon = schemeIcons[colorScheme];
  return (
    <>
      <Menu.Item
        leftSection={<Languages size={16} aria-hidden />}
        lang={language === 'ja' ? 'en' : 'ja'}
        onClick={() => void chooseLanguage(language === 'ja' ? 'en' : 'ja')}
      >
        {language === 'ja' ? 'English' : '日本語'}
      </Menu.Item>
      <Menu.Item
        leftSection={<SchemeIcon size={16} aria-hidden />}
        closeMenuOnClick={false}
        onClick={() => setColorScheme(nextScheme[colorScheme])}
      >
        {colorScheme === 'auto' ? <Trans>Theme: system</Trans> : null}
        {colorScheme === 'light' ? <Trans>Theme: light</Trans> : null}
        {colorScheme === 'dark' ? <Trans>Theme: dark</Trans> : null}
      </Menu.Item>
    </>
  );
}
