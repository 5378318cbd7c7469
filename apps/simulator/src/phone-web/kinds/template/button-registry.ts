import { lazy } from 'react';
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
  FLOW: lazy(() => import('./buttons/TemplateFlowButton.tsx')),
  CATALOG: lazy(() => import('./buttons/TemplateCatalogButton.tsx')),
  MPM: lazy(() => import('./buttons/MultiProductButton.tsx')),
  SPM: lazy(() => import('./buttons/SingleProductButton.tsx')),
  VOICE_CALL: lazy(() => import('./buttons/VoiceCallButton.tsx')),
  REQUEST_CONTACT_INFO: lazy(() => import('./buttons/ContactInfoButton.tsx')),
  ORDER_DETAILS: lazy(() => import('./buttons/OrderButton.tsx')),
} satisfies Record<string, TemplateButtonView>;

const buttonsByType = new Map<string, TemplateButtonView>(Object.entries(templateButtons));

export const findTemplateButton = (type: string): TemplateButtonView => buttonsByType.get(type) ?? DeadButton;
