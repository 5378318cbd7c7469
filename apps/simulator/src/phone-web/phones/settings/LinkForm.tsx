import { writeDraft } from '../../composer/drafts.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import type { SettingsProps } from './settings-props.ts';
import { useAttempt } from './use-attempt.ts';

/** Opens a link as the camera would that sees its QR code; a prefilled text waits in the composer. */
export function LinkForm({ phone: { waId }, session, api, goTo, onClose }: SettingsProps) {
  const words = useText().settings;
  const { onSubmit, problem } = useAttempt(async (form) => {
    const { phoneNumberId, text } = await api.openLink(waId, readField(form, 'link'));
    if (text) writeDraft(`${waId}-${phoneNumberId}`, text);
    // The invite link of a group has put a new chat on the phone.
    await session.refresh();
    goTo({ waId, phoneNumberId });
    onClose();
  });
  return (
    <form onSubmit={onSubmit}>
      <Field
        label={words.link}
        name="link"
        required
        placeholder="https://wa.me/message/…"
        error={problem}
        autoComplete="off"
      />
      <Button type="submit">{words.openLink}</Button>
    </form>
  );
}
