import type { PhoneApi } from '../../api/phone-api.ts';
import type { GoTo } from '../../app/use-address.ts';
import type { PhoneSession } from '../../session/phone-session.ts';
import type { ShownPhone } from '../../session/show-phone.ts';

/** What every part of the settings is given. */
export type SettingsProps = Readonly<{
  phone: ShownPhone;
  session: PhoneSession;
  api: PhoneApi;
  goTo: GoTo;
  onClose: () => void;
}>;
