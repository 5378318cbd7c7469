const storageKey = 'renkei-reloaded-at';
const onceWithinMs = 30_000;

/**
 * After an upgrade of the server, a page that is still open asks for parts that no longer exist.
 * It loads itself anew, once: drafts are kept, and a part that is missing for good must not reload without end.
 * While the server is not reached nothing is known about parts, and a reload would leave a blank page.
 */
export function reloadWhenOutdated(): void {
  window.addEventListener('vite:preloadError', () => {
    const reloadedAt = Number(sessionStorage.getItem(storageKey) ?? 0);
    if (Date.now() - reloadedAt < onceWithinMs) return;
    void isServerReached().then((isReached) => {
      if (!isReached) return;
      sessionStorage.setItem(storageKey, String(Date.now()));
      location.reload();
    });
  });
}

async function isServerReached(): Promise<boolean> {
  const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  return answer?.ok === true;
}
