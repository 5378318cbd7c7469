import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { hasLink } from './compose-messages.ts';
import styles from './composer.module.css';

interface LinkPreviewSwitchProps {
  readonly text: string;
  readonly isWanted: boolean;
  readonly onChange: (isWanted: boolean) => void;
}

/** Asked only of a text that has an address in it. */
export function LinkPreviewSwitch({ text, isWanted, onChange }: LinkPreviewSwitchProps) {
  const { t } = useLingui();
  if (!hasLink(text)) return null;
  return (
    <Checkbox
      className={styles.linkPreview}
      size="xs"
      label={t`Show a preview of the first link`}
      checked={isWanted}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
