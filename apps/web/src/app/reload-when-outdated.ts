const storageKey = 'renkei-reloaded-at';
const onceWithinMs = 30_000;

/**
 * After an upgrade of the server, a page that is still open asks for parts that no longer exist.
 * It loads itself anew, once: drafts are kept, and a part that is missing for good must not reload without end.
 */
export function reloadWhenOutdated(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const reloadedAt = Number(sessionStorage.getItem(storageKey) ?? 0);
    if (Date.now() - reloadedAt < onceWithinMs) return;
    event.preventDefault();
    sessionStorage.setItem(storageKey, String(Date.now()));
    location.reload();
  });
}
