import { useLingui } from '@lingui/react/macro';
import { PasswordInput, TextInput } from '@mantine/core';
import type { CloudApiCredentials } from '@renkei/contract';

export interface CredentialField {
  readonly name: Exclude<keyof CloudApiCredentials, 'provider'>;
  readonly label: string;
  readonly where: string;
  readonly isDigits: boolean;
  readonly input: typeof TextInput | typeof PasswordInput;
}

/** The five values, in the order in which they depend on each other, and where Meta shows them. */
export function useCredentialFields(): readonly CredentialField[] {
  const { t } = useLingui();
  return [
    {
      name: 'accessToken',
      label: t`Access token`,
      where: t`Business settings → System users: a token with whatsapp_business_messaging and whatsapp_business_management`,
      isDigits: false,
      input: PasswordInput,
    },
    {
      name: 'phoneNumberId',
      label: t`Phone number ID`,
      where: t`WhatsApp Manager → API setup; the id, not the number itself`,
      isDigits: true,
      input: TextInput,
    },
    {
      name: 'wabaId',
      label: t`WhatsApp Business Account id (WABA)`,
      where: t`WhatsApp Manager → API setup, under the phone number id`,
      isDigits: true,
      input: TextInput,
    },
    {
      name: 'appSecret',
      label: t`App secret`,
      where: t`Meta for Developers → App settings → Basic`,
      isDigits: false,
      input: PasswordInput,
    },
    {
      name: 'verifyToken',
      label: t`Verify token`,
      where: t`Made up by you: 16 to 200 letters and digits, the same here and at Meta`,
      isDigits: false,
      input: TextInput,
    },
  ];
}
