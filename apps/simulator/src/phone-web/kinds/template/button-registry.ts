import { loadLater } from '../../ui/load-later.ts';
import { CodeButton } from './buttons/CodeButton.tsx';
import { DeadButton } from './buttons/DeadButton.tsx';
import { PhoneNumberButton } from './buttons/PhoneNumberButton.tsx';
import { QuickReplyButton } from './buttons/QuickReplyButton.tsx';
import { UrlButton } from './buttons/UrlButton.tsx';
import type { TemplateButtonView } from './template-button.ts';

/** What each type of button does when it is pressed. Rare ones are loaded when first shown. */
export const templateButtons = {
  QUICK_REPLY: QuickReplyButton,
  URL: UrlButton,
  PHONE_NUMBER: PhoneNumberButton,
  COPY_CODE: CodeButton,
  OTP: CodeButton,
  FLOW: loadLater(async () => (await import('./buttons/TemplateFlowButton.tsx')).TemplateFlowButton),
  CATALOG: loadLater(async () => (await import('./buttons/TemplateCatalogButton.tsx')).TemplateCatalogButton),
  MPM: loadLater(async () => (await import('./buttons/MultiProductButton.tsx')).MultiProductButton),
  SPM: loadLater(async () => (await import('./buttons/SingleProductButton.tsx')).SingleProductButton),
  VOICE_CALL: loadLater(async () => (await import('./buttons/VoiceCallButton.tsx')).VoiceCallButton),
  REQUEST_CONTACT_INFO: loadLater(
    async () => (await import('./buttons/ContactInfoButton.tsx')).ContactInfoButton,
  ),
  ORDER_DETAILS: loadLater(async () => (await import('./buttons/OrderButton.tsx')).OrderButton),
} satisfies Record<string, TemplateButtonView>;

const buttonsByType = new Map<string, TemplateButtonView>(Object.entries(templateButtons));

export const findTemplateButton = (type: string): TemplateButtonView => buttonsByType.get(type) ?? DeadButton;
