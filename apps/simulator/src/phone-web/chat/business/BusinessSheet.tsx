import { Ban, DoorOpen, Flag, TriangleAlert } from 'lucide-react';
import { useText } from '../../i18n/language.ts';
import type { ShownChat } from '../../session/show-phone.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { SwitchField } from '../../ui/SwitchField.tsx';
import { useChat } from '../chat-context.ts';
import { MenuEntry } from '../MessageMenuEntry.tsx';
import styles from './business.module.css';

/** What a person can decide about a business, and what a tester can make happen between the two. */
export function BusinessSheet({ onClose }: { onClose: () => void }) {
  const text = useText();
  const { chat, act, sendSilently } = useChat();
  const { phoneNumberId, businessName, displayPhoneNumber, blocked, marketingStopped, profile } = chat;
  const block = (report: boolean) => {
    act('block', { phoneNumberId, blocked: report || !blocked, report });
    onClose();
  };
  return (
    <Sheet title={text.business.open} onClose={onClose}>
      <div className={styles.who}>
        <Avatar name={businessName} size={56} />
        <div>
          <strong>{businessName}</strong>
          <p>{displayPhoneNumber}</p>
        </div>
      </div>
      <Profile profile={profile} />
      <SwitchField
        label={text.business.marketing}
        hint={text.business.marketingHint}
        checked={!marketingStopped}
        onChange={() => act('marketing', { phoneNumberId, value: marketingStopped ? 'resume' : 'stop' })}
      />
      <MenuEntry
        icon={Ban}
        label={blocked ? text.business.unblock : text.business.block}
        onPress={() => block(false)}
      />
      {!blocked && <MenuEntry icon={Flag} label={text.business.report} onPress={() => block(true)} />}
      <h3 className={styles.tests}>{text.business.tests}</h3>
      <MenuEntry
        icon={DoorOpen}
        label={text.business.welcome}
        onPress={() => {
          sendSilently('request_welcome', {});
          onClose();
        }}
      />
      <MenuEntry
        icon={TriangleAlert}
        label={text.business.error}
        onPress={() => {
          act('report-error', { phoneNumberId });
          onClose();
        }}
      />
      <p className={styles.hint}>{text.business.errorHint}</p>
    </Sheet>
  );
}

/** What the business says about itself. */
function Profile({ profile }: { profile: ShownChat['profile'] }) {
  const { about, description, address, email, websites } = profile;
  const lines = [about, description, address, email, ...websites].filter((line) => line !== undefined);
  return lines.map((line) => (
    <p key={line} className={styles.profile}>
      {line}
    </p>
  ));
}
