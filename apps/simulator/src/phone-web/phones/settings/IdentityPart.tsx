import { Fingerprint, KeyRound } from 'lucide-react';
import { MenuEntry } from '../../chat/MessageMenuEntry.tsx';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import type { SettingsProps } from './settings-props.ts';
import { useAttempt } from './use-attempt.ts';

/** A new number, a new user id, a new security code: businesses are told of each. */
export function IdentityPart({ phone, session, api, goTo, onClose }: SettingsProps) {
  const text = useText();
  const words = text.settings;
  const { onSubmit, problem } = useAttempt(async (form) => {
    const waId = readField(form, 'waId').replaceAll(/\D/gu, '');
    await api.act(phone.waId, 'change-number', { waId });
    goTo({ waId });
    onClose();
  });
  const happen = (action: string) => {
    // A refusal is shown by the phone itself.
    void session.act(action, {}).catch(() => undefined);
    onClose();
  };
  return (
    <>
      <form onSubmit={onSubmit}>
        <Field
          label={words.newNumber}
          name="waId"
          inputMode="tel"
          required
          error={problem}
          hint={text.phones.numberHint}
          autoComplete="off"
        />
        <Button type="submit">{words.changeNumber}</Button>
      </form>
      <MenuEntry icon={Fingerprint} label={words.newUserId} onPress={() => happen('change-user-id')} />
      <MenuEntry icon={KeyRound} label={words.newCode} onPress={() => happen('identity-change')} />
    </>
  );
}
