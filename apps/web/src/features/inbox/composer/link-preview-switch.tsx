import { Trans } from '@lingui/react/macro';
import { hasLink } from './compose-messages.ts';
import styles from './composer.module.css';

interface LinkPreviewSwitchProps {
  readonly text: string;
  readonly isWanted: boolean;
  readonly onChange: (isWanted: boolean) => void;
}

/** Asked only of a text that has an address in it. */
export function LinkPreviewSwitch({ text, isWanted, onChange }: LinkPreviewSwitchProps) {
  if (!hasLink(text)) return null;
  return (
    <label className={styles.linkPreview}>
      <input type="checkbox" checked={isWanted} onChange={(event) => onChange(event.currentTarget.checked)} />
      <Trans>Show a preview of the first link</Trans>
    </label>
  );
}
