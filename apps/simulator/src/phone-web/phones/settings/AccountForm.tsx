import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import type { SettingsProps } from './settings-props.ts';
import { useAttempt } from './use-attempt.ts';

/** Name and username. */
export function AccountForm({ phone, session, api, onClose }: SettingsProps) {
  const words = useText().settings;
  const { onSubmit, problem } = useAttempt(async (form) => {
    const account = { name: readField(form, 'name'), username: readField(form, 'username') };
    await api.act(phone.waId, 'settings', account);
    await session.refresh();
    onClose();
  });
  return (
    <form onSubmit={onSubmit}>
      <Field label={words.name} name="name" required defaultValue={phone.name} autoComplete="off" />
      <Field
        label={words.username}
        name="username"
        hint={words.usernameHint}
        // The only thing that can be wrong with an account.
        error={problem && words.usernameInvalid}
        defaultValue={phone.username}
        autoComplete="off"
      />
      <Button tone="accent" type="submit">
        {words.save}
      </Button>
    </form>
  );
}
