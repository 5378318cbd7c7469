import { useLingui } from '@lingui/react/macro';
import { PasswordInput, TextInput } from '@mantine/core';
import type { ChannelProvider } from '@renkei/contract';

export interface CredentialField {
  /** Of the contract's credentials of the provider. */
  readonly name: string;
  readonly label: string;
  /** Where the provider shows it. */
  readonly where: string;
  /** What a wrong value is told. */
  readonly shape?: { readonly pattern: RegExp; readonly says: string };
  readonly optional?: true;
  readonly input: typeof TextInput | typeof PasswordInput;
}

export interface ProviderForm {
  readonly provider: ChannelProvider;
  readonly label: string;
  readonly description: string;
  readonly fields: readonly CredentialField[];
}

/** What each provider asks for, in the order in which the values depend on each other. */
export function useProviderForms(): readonly ProviderForm[] {
  return [useMetaForm(), useDialog360Form(), useTwilioForm()];
}

function useMetaForm(): ProviderForm {
  const { t } = useLingui();
  const digits = { pattern: /^\d{5,30}$/, says: t`An id of digits only, not the telephone number` };
  return {
    provider: 'cloud-api',
    label: t`Meta directly`,
    description: t`Every feature, and nobody in between`,
    fields: [
      {
        name: 'accessToken',
        label: t`Access token`,
        where: t`Business settings → System users: a token with whatsapp_business_messaging and whatsapp_business_management`,
        input: PasswordInput,
      },
      {
        name: 'phoneNumberId',
        label: t`Phone number ID`,
        where: t`WhatsApp Manager → API setup; the id, not the number itself`,
        shape: digits,
        input: TextInput,
      },
      {
        name: 'wabaId',
        label: t`WhatsApp Business Account id (WABA)`,
        where: t`WhatsApp Manager → API setup, under the phone number id`,
        shape: digits,
        input: TextInput,
      },
      {
        name: 'appSecret',
        label: t`App secret`,
        where: t`Meta for Developers → App settings → Basic`,
        input: PasswordInput,
      },
      {
        name: 'verifyToken',
        label: t`Verify token`,
        where: t`Made up by you: 16 to 200 letters and digits, the same here and at Meta`,
        input: TextInput,
      },
    ],
  };
}

function usePhoneShape() {
  const { t } = useLingui();
  return { pattern: /^\+[\d\s().-]{7,}$/, says: t`The number with + and its country code` };
}

function useDialog360Form(): ProviderForm {
  const { t } = useLingui();
  return {
    provider: 'dialog360',
    label: '360dialog',
    description: t`Everything that can be sent with Meta; forms and products cannot be chosen from a list`,
    fields: [
      {
        name: 'apiKey',
        label: t`API key`,
        where: t`360dialog Hub → the number → API key`,
        input: PasswordInput,
      },
      {
        name: 'phoneNumber',
        label: t`Telephone number`,
        where: t`As customers know it, such as +81 3-5550-0100`,
        shape: usePhoneShape(),
        input: TextInput,
      },
      {
        name: 'platformSecret',
        label: t`Platform secret (partners only)`,
        where: t`With it 360dialog signs every webhook; empty if you are no partner`,
        optional: true,
        input: PasswordInput,
      },
    ],
  };
}

function useTwilioForm(): ProviderForm {
  const { t } = useLingui();
  return {
    provider: 'twilio',
    label: 'Twilio',
    description: t`Text, files, places and templates; no reactions, buttons or read receipts`,
    fields: [
      {
        name: 'accountSid',
        label: 'Account SID',
        where: t`Twilio Console → Account info`,
        shape: { pattern: /^AC[0-9a-f]{32}$/, says: t`AC and 32 more letters and digits` },
        input: TextInput,
      },
      {
        name: 'authToken',
        label: 'Auth token',
        where: t`Twilio Console → Account info; webhooks are proved with it as well`,
        input: PasswordInput,
      },
      {
        name: 'phoneNumber',
        label: t`Telephone number`,
        where: t`Messaging → Senders → WhatsApp senders`,
        shape: usePhoneShape(),
        input: TextInput,
      },
      {
        name: 'messagingServiceSid',
        label: t`Messaging Service SID (optional)`,
        where: t`Only if the sender belongs to a messaging service`,
        shape: { pattern: /^MG[0-9a-f]{32}$/, says: t`MG and 32 more letters and digits` },
        optional: true,
        input: TextInput,
      },
    ],
  };
}
