import { Fingerprint, KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { PhoneApi } from '../api/phone-api.ts';
import type { GoTo } from '../app/use-address.ts';
import { MenuEntry } from '../chat/MessageMenuEntry.tsx';
import { writeDraft } from '../composer/drafts.ts';
import { useText } from '../i18n/language.ts';
import type { PhoneSession } from '../session/phone-session.ts';
import type { ShownPhone } from '../session/show-phone.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { readField } from '../ui/read-field.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { SwitchField } from '../ui/SwitchField.tsx';
import styles from './phones.module.css';

type SettingsSheetProps = Readonly<{
  phone: ShownPhone;
  session: PhoneSession;
  api: PhoneApi;
  goTo: GoTo;
  onClose: () => void;
}>;

/** The person's own account, and what can happen to it. */
export default function SettingsSheet({ phone, session, api, goTo, onClose }: SettingsSheetProps) {
  const text = useText();
  const words = text.settings;
  const [problem, setProblem] = useState<Readonly<{ at: 'account' | 'number' | 'link'; reason: string }>>();
  const { waId } = phone;

  const attempt = async (at: 'account' | 'number' | 'link', action: () => Promise<void>) => {
    setProblem(undefined);
    try {
      await action();
    } catch (error) {
      setProblem({ at, reason: error instanceof Error ? error.message : text.problems.refused });
    }
  };
  const problemAt = (at: 'account' | 'number' | 'link') => (problem?.at === at ? problem.reason : undefined);
  const onSubmit =
    (at: 'account' | 'number' | 'link', action: (form: FormData) => Promise<void>) =>
    (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const form = new FormData(event.currentTarget);
      void attempt(at, () => action(form));
    };
  const change = (input: Readonly<Record<string, unknown>>) => api.act(waId, 'settings', input);

  const saveAccount = onSubmit('account', async (form) => {
    await change({ name: readField(form, 'name'), username: readField(form, 'username') });
    await session.refresh();
    onClose();
  });
  const changeNumber = onSubmit('number', async (form) => {
    const changed = readField(form, 'waId').replaceAll(/\D/gu, '');
    await api.act(waId, 'change-number', { waId: changed });
    goTo({ waId: changed });
    onClose();
  });
  const openLink = onSubmit('link', async (form) => {
    const target = await api.openLink(waId, readField(form, 'link'));
    if (target.text) writeDraft(`${waId}-${target.phoneNumberId}`, target.text);
    goTo({ waId, phoneNumberId: target.phoneNumberId });
    onClose();
  });
  const happen = (action: string) => {
    void session.act(action, {}).catch(() => undefined);
    onClose();
  };

  return (
    <Sheet title={words.title} onClose={onClose}>
      <form onSubmit={saveAccount}>
        <Field label={words.name} name="name" required defaultValue={phone.name} autoComplete="off" />
        <Field
          label={words.username}
          name="username"
          hint={words.usernameHint}
          error={problemAt('account') && words.usernameInvalid}
          defaultValue={phone.username}
          autoComplete="off"
        />
        <Button tone="accent" type="submit">
          {words.save}
        </Button>
      </form>
      <SwitchField
        label={words.readReceipts}
        hint={words.readReceiptsHint}
        checked={phone.readReceipts}
        onChange={() =>
          void session.act('settings', { readReceipts: !phone.readReceipts }).catch(() => undefined)
        }
      />
      <SwitchField
        label={words.hideNumber}
        hint={words.hideNumberHint}
        checked={phone.phoneHidden}
        disabled={phone.username === undefined}
        onChange={() =>
          void session.act('settings', { phoneHidden: !phone.phoneHidden }).catch(() => undefined)
        }
      />
      <h3 className={styles.part}>{words.identity}</h3>
      <form onSubmit={changeNumber}>
        <Field
          label={words.newNumber}
          name="waId"
          inputMode="tel"
          required
          error={problemAt('number')}
          hint={text.phones.numberHint}
          autoComplete="off"
        />
        <Button type="submit">{words.changeNumber}</Button>
      </form>
      <MenuEntry icon={Fingerprint} label={words.newUserId} onPress={() => happen('change-user-id')} />
      <MenuEntry icon={KeyRound} label={words.newCode} onPress={() => happen('identity-change')} />
      <h3 className={styles.part}>{words.link}</h3>
      <form onSubmit={openLink}>
        <Field
          label={words.link}
          name="link"
          required
          placeholder="https://wa.me/message/…"
          error={problemAt('link')}
          autoComplete="off"
        />
        <Button type="submit">{words.openLink}</Button>
      </form>
    </Sheet>
  );
}
