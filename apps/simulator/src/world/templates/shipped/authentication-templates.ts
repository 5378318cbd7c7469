import type { JsonObject } from '../../entities.ts';
import type { ShippedTemplate } from './parts.ts';

/** The words are Meta's own, in each language. */
const components: JsonObject[] = [
  { type: 'BODY', add_security_recommendation: true },
  { type: 'FOOTER', code_expiration_minutes: 10 },
  { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
];

export const authenticationTemplates: readonly ShippedTemplate[] = [
  { name: 'login_code', language: 'en', category: 'AUTHENTICATION', components },
  { name: 'login_code', language: 'ja', category: 'AUTHENTICATION', components },
];
