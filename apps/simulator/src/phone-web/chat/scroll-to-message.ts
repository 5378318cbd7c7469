/** Brings a message of the open chat into view. */
export function scrollToMessage(id: string): void {
  const target = document.querySelector(`[data-message="${CSS.escape(id)}"]`);
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  target?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}
