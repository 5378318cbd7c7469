import { ChevronsUpDown, Plane, Settings } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { PhoneApi } from '../api/phone-api.ts';
import { useSide } from '../app/side.ts';
import type { GoTo } from '../app/use-address.ts';
import { useText } from '../i18n/language.ts';
import type { PhoneSession } from '../session/phone-session.ts';
import type { ShownPhone } from '../session/show-phone.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { loadLater } from '../ui/load-later.ts';
import { PhoneSheet } from './PhoneSheet.tsx';
import styles from './phones.module.css';
import type { Phones } from './use-phones.ts';

const SettingsSheet = loadLater(async () => (await import('./SettingsSheet.tsx')).SettingsSheet);

type PhoneBarProps = Readonly<{
  waId: string;
  phone: ShownPhone | undefined;
  phones: Phones;
  session: PhoneSession;
  api: PhoneApi;
  goTo: GoTo;
}>;

/** Whose phone this is, and whether it is on the air. */
export function PhoneBar({ waId, phone, phones, session, api, goTo }: PhoneBarProps) {
  const text = useText();
  const side = useSide();
  const isPhone = phone !== undefined && side === 'customer';
  const [isOpen, setOpen] = useState(false);
  const [isSetting, setSetting] = useState(false);
  const number = side === 'business' ? text.businessApp.label : `+${waId}`;
  const name = phone?.name ?? phones.list?.find((summary) => summary.waId === waId)?.name ?? number;
  const elsewhere = phones.list?.some((summary) => summary.waId !== waId && summary.unreadCount > 0);

  return (
    <header className={styles.bar}>
      {phone && (
        <h1 className="visually-hidden">
          {isPhone ? text.app.title(phone.name) : text.businessApp.title(phone.name)}
        </h1>
      )}
      <button
        type="button"
        className={styles.switcher}
        aria-haspopup="dialog"
        onClick={() => {
          phones.refresh();
          setOpen(true);
        }}
      >
        <span className={styles.barAvatar}>
          <Avatar name={name} size={28} />
          {elsewhere && <i />}
        </span>
        <span className={styles.barName}>{name}</span>
        {name !== number && <span className={styles.barNumber}>{number}</span>}
        <span className="visually-hidden">{text.phones.switch}</span>
        <ChevronsUpDown size={16} aria-hidden="true" />
      </button>
      {isPhone && (
        <IconButton
          icon={Plane}
          label={text.airplane.label}
          aria-pressed={!phone.online}
          onClick={() => session.setOnline(!phone.online)}
        />
      )}
      {isPhone && <IconButton icon={Settings} label={text.settings.title} onClick={() => setSetting(true)} />}
      {isPhone && isSetting && (
        <Suspense fallback={null}>
          <SettingsSheet
            phone={phone}
            session={session}
            api={api}
            goTo={goTo}
            onClose={() => setSetting(false)}
          />
        </Suspense>
      )}
      {isOpen && (
        <PhoneSheet
          waId={waId}
          phones={phones}
          api={api}
          onClose={() => setOpen(false)}
          onChoose={(chosen) => {
            setOpen(false);
            phones.refresh();
            if (chosen !== waId) goTo({ waId: chosen });
          }}
        />
      )}
    </header>
  );
}
