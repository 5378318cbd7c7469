const animationFlag = 0x02;

/** Whether a WebP file moves: the flag in its VP8X chunk (WebP container specification). */
export function isAnimatedWebp(bytes: Uint8Array): boolean {
  const isExtended = Buffer.from(bytes.subarray(12, 16)).toString('latin1') === 'VP8X';
  return isExtended && ((bytes[20] ?? 0) & animationFlag) !== 0;
}
