import { useText } from '../i18n/language.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { SwitchField } from '../ui/SwitchField.tsx';
import styles from './phones.module.css';
import { AccountForm } from './settings/AccountForm.tsx';
import { IdentityPart } from './settings/IdentityPart.tsx';
import { LinkForm } from './settings/LinkForm.tsx';
import type { SettingsProps } from './settings/settings-props.ts';

/** The person's own account, and what can happen to it. */
export function SettingsSheet(props: SettingsProps) {
  const { phone, session, onClose } = props;
  const words = useText().settings;
  // A refusal is shown by the phone itself.
  const change = (input: Readonly<Record<string, unknown>>) =>
    void session.act('settings', input).catch(() => undefined);

  return (
    <Sheet title={words.title} onClose={onClose}>
      <AccountForm {...props} />
      <SwitchField
        label={words.readReceipts}
        hint={words.readReceiptsHint}
        checked={phone.readReceipts}
        onChange={() => change({ readReceipts: !phone.readReceipts })}
      />
      <SwitchField
        label={words.hideNumber}
        hint={words.hideNumberHint}
        checked={phone.phoneHidden}
        disabled={phone.username === undefined}
        onChange={() => change({ phoneHidden: !phone.phoneHidden })}
      />
      <h3 className={styles.part}>{words.identity}</h3>
      <IdentityPart {...props} />
      <h3 className={styles.part}>{words.links}</h3>
      <LinkForm {...props} />
    </Sheet>
  );
}
