/**
 * The headers of every answer. Scripts come from our own files only; styles may be inline because the component kit
 * writes them. The companion page (a virtual phone) is the one foreign frame, and may record a voice note in it.
 */
export function securityHeaders(options: {
  readonly publicUrl: string;
  readonly companionUrl: string | null;
}): Readonly<Record<string, string>> {
  const companion = options.companionUrl === null ? undefined : new URL(options.companionUrl).origin;
  const policy = [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' blob: data:`,
    `media-src 'self' blob:`,
    `connect-src 'self'`,
    `worker-src 'self' blob:`,
    `frame-src ${companion ?? `'none'`}`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ];
  const microphone = companion === undefined ? '(self)' : `(self "${companion}")`;
  return {
    'content-security-policy': policy.join('; '),
    'permissions-policy': `camera=(), geolocation=(), payment=(), usb=(), microphone=${microphone}`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(options.publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
