import type { SentPart, TemplateButton } from './template-parts.ts';

/** A button of a template as the phone needs it: what it says and what a press does. */
export interface ShownButton {
  readonly type: string;
  /** Its place among the buttons of the message or card. */
  readonly index: number;
  /** Missing where Meta fixes the words: the phone has its own. */
  readonly text?: string | undefined;
  readonly payload?: string | undefined;
  readonly url?: string | undefined;
  readonly phoneNumber?: string | undefined;
  readonly code?: string | undefined;
  readonly otpType?: string | undefined;
  /** As the action of an interactive Flow message has it. */
  readonly flow?: object | undefined;
  /** What a catalog, multi-product or order button was sent with. */
  readonly action?: object | undefined;
}

export function showButton(button: TemplateButton, index: number, sent: readonly SentPart[]): ShownButton {
  const parameters = findButtonPart(button, index, sent)?.parameters ?? [];
  const text = parameters.find(({ type }) => type === 'text')?.text;
  const action = parameters.find(({ type }) => type === 'action')?.action;
  const type = otpTypeOf(button) === undefined ? button.type : 'OTP';
  return {
    type,
    index,
    text: button.text,
    ...(type === 'QUICK_REPLY'
      ? { payload: parameters.find(({ type }) => type === 'payload')?.payload ?? button.text }
      : {}),
    ...(type === 'VOICE_CALL'
      ? { payload: parameters.find((each) => each.type === 'payload')?.payload }
      : {}),
    ...(type === 'URL' ? { url: button.url?.replace(/\{\{\s*\w+\s*\}\}/, text ?? '') } : {}),
    ...(type === 'OTP' ? { code: text, otpType: otpTypeOf(button) } : {}),
    ...(type === 'COPY_CODE' ? { code: parameters.find(({ coupon_code: code }) => code)?.coupon_code } : {}),
    ...(button.phone_number === undefined ? {} : { phoneNumber: button.phone_number }),
    ...(type === 'FLOW' ? { flow: describeFlow(button, action) } : { action }),
  };
}

/** By index; a voice call button has none and is the only one of its kind. */
function findButtonPart(button: TemplateButton, index: number, sent: readonly SentPart[]) {
  return sent.find(
    (part) =>
      part.type === 'button' &&
      (part.index === undefined ? part.sub_type === button.type.toLowerCase() : part.index === index),
  );
}

/** Graph shows a code button as a URL button whose address names the kind of code. */
function otpTypeOf({ type, otp_type: otpType, url }: TemplateButton): string | undefined {
  if (type === 'OTP') return otpType ?? 'COPY_CODE';
  return /^https:\/\/www\.whatsapp\.com\/otp\/code\/\?otp_type=([A-Z_]+)/.exec(url ?? '')?.[1];
}

function describeFlow(
  button: TemplateButton,
  action: { readonly [key: string]: unknown } | undefined,
): object {
  const { flow_id, flow_name, flow_action = 'navigate', navigate_screen: screen } = button;
  return {
    flow_id,
    flow_name,
    flow_token: action?.flow_token,
    flow_cta: button.text,
    flow_action,
    flow_action_payload: { screen, data: action?.flow_action_data },
  };
}
