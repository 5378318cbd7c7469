import { useRef, useState } from 'react';
import { readDraft, writeDraft } from '../data/drafts.ts';

/** The text of the composer with its field: kept as a draft at every key. */
export function useTextDraft(conversationId: string) {
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => readDraft(conversationId));
  const change = (next: string) => {
    setText(next);
    writeDraft(conversationId, next);
  };
  const focus = () => input.current?.focus();
  /** Puts something where the cursor is, in the place of what is selected. */
  const insert = (piece: string) => {
    const at = input.current?.selectionStart ?? text.length;
    change(text.slice(0, at) + piece + text.slice(input.current?.selectionEnd ?? at));
    requestAnimationFrame(() => {
      focus();
      input.current?.setSelectionRange(at + piece.length, at + piece.length);
    });
  };
  return { input, text, change, focus, insert };
}
