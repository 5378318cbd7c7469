import { countCharacters } from '@renkei/graph-api';
import type { ContentFault } from '../../../port.ts';

/** Source: Twilio, "Messages resource": Body (2026-11). */
const longestBody = 1_600;
const source = 'Twilio, Messages resource (2026-11)';

/** Twilio takes no more in one message, whatever WhatsApp itself would take. */
export function findBodyFault(path: string, text: string | undefined): ContentFault | undefined {
  const has = countCharacters(text ?? '');
  if (has <= longestBody) return undefined;
  return {
    path,
    details: {
      en: `must be at most ${longestBody} characters long at Twilio, has ${has}`,
      ja: `Twilioでは${longestBody}文字以内にしてください（現在${has}文字）`,
    },
    source,
  };
}

export function notAtTwilio(path: string): ContentFault {
  return {
    path,
    details: { en: 'is not offered by Twilio', ja: 'はTwilioでは利用できません' },
    source,
  };
}
