import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useText } from '../i18n/language.ts';
import { IconButton } from './IconButton.tsx';
import styles from './sheet.module.css';
import { useBackdropPress } from './use-backdrop-press.ts';

type SheetProps = Readonly<{ title: string; onClose: () => void; children: ReactNode; fill?: boolean }>;

/** A panel that rises from the bottom edge. The browser's dialog keeps the focus in and closes on Escape. */
export function Sheet({ title, onClose, children, fill = false }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const text = useText();
  useBackdropPress(dialog, onClose);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    // Closing before the element leaves the page gives the focus back to where it was.
    return () => element?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      data-fill={fill || undefined}
      aria-labelledby={titleId}
      onClose={() => {
        // The event comes late: by then this sheet may be gone, or open again.
        if (dialog.current && !dialog.current.open) onClose();
      }}
    >
      <div className={styles.panel}>
        <div className={styles.header}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <IconButton icon={X} label={text.sheet.close} onClick={onClose} />
        </div>
        <div className={styles.body}>{children}</div>
      </div>
    </dialog>
  );
}
