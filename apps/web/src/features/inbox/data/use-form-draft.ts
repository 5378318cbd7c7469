import { useState } from 'react';
import { readFormDraft, writeFormDraft } from './drafts.ts';

interface FormDraft {
  readonly value: unknown;
  readonly change: (value: unknown) => void;
  /** Something has been typed. */
  readonly isBegun: boolean;
  /** Begins anew; what was there can be had back until something is typed. */
  readonly discard: () => void;
  readonly undo: (() => void) | null;
  /** After sending: forgets it all. */
  readonly forget: () => void;
}

/** What stands in a form: kept at every key, so that neither closing nor reloading loses it. */
export function useFormDraft(
  conversationId: string,
  form: string,
  restore: (stored: unknown) => unknown,
): FormDraft {
  const [stored, setStored] = useState(() => readFormDraft(conversationId, form));
  const [value, setValue] = useState(() => restore(stored));
  const [discarded, setDiscarded] = useState<unknown>(undefined);
  const keep = (next: unknown) => {
    setStored(next);
    writeFormDraft(conversationId, form, next);
  };
  return {
    value,
    change: (next) => {
      setValue(next);
      keep(next);
      setDiscarded(undefined);
    },
    isBegun: stored !== undefined,
    discard: () => {
      setDiscarded(value);
      setValue(restore(undefined));
      keep(undefined);
    },
    undo:
      discarded === undefined
        ? null
        : () => {
            setValue(discarded);
            keep(discarded);
            setDiscarded(undefined);
          },
    forget: () => keep(undefined),
  };
}
