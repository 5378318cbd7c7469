/** How Twilio writes a WhatsApp number: `whatsapp:+819012345678`. */
export function toAddress(digits: string): string {
  return `whatsapp:+${digits}`;
}

/**
 * Twilio tries a webhook once unless its address asks for more: up to five times, whatever went wrong. The fragment is
 * Twilio's own and never reaches us. (Twilio, "Webhook connection overrides", 2026-11)
 */
export const askForRetries = '#rc=5&rp=all';

/** The digits of an address; undefined: it is no number on WhatsApp. */
export function digitsOf(address: string): string | undefined {
  return /^whatsapp:\+(\d{6,15})$/.exec(address)?.[1];
}
