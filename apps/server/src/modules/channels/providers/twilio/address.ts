/** How Twilio writes a WhatsApp number: `whatsapp:+819012345678`. */
export function toAddress(digits: string): string {
  return `whatsapp:+${digits}`;
}

/** The digits of an address; undefined: it is no number on WhatsApp. */
export function digitsOf(address: string): string | undefined {
  return /^whatsapp:\+(\d{6,15})$/.exec(address)?.[1];
}
