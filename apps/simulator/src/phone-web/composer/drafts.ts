/** What was typed and not sent, by phone and chat. Kept through a reload; a browser that forbids it keeps it until then. */
const memory = new Map<string, string>();

export function readDraft(chatKey: string): string {
  try {
    return sessionStorage.getItem(storageKey(chatKey)) ?? memory.get(chatKey) ?? '';
  } catch {
    return memory.get(chatKey) ?? '';
  }
}

export function writeDraft(chatKey: string, text: string): void {
  try {
    sessionStorage.setItem(storageKey(chatKey), text);
  } catch {
    // A page inside another one may be forbidden to store anything.
    memory.set(chatKey, text);
  }
}

function storageKey(chatKey: string): string {
  return `phone-draft-${chatKey}`;
}
