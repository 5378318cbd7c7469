import { useLingui } from '@lingui/react/macro';
import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useId, useSyncExternalStore } from 'react';

/** A dialog that is there while it is rendered. Of several, Escape closes the one that was opened last. */
export function Dialog(props: Omit<ModalProps, 'opened' | 'closeOnEscape'>) {
  const { t } = useLingui();
  const isLast = useIsLast();
  return <Modal opened closeOnEscape={isLast} closeButtonProps={{ 'aria-label': t`Close` }} {...props} />;
}

/** The dialogs that are there, in the order in which they were opened. */
let open: readonly string[] = [];
const listeners = new Set<() => void>();

function useIsLast(): boolean {
  const id = useId();
  useEffect(() => {
    change([...open, id]);
    return () => change(open.filter((other) => other !== id));
  }, [id]);
  return useSyncExternalStore(subscribe, () => open.at(-1)) === id;
}

function change(next: readonly string[]): void {
  open = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
