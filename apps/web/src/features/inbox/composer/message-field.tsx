import { useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import type { KeyboardEvent, RefObject } from 'react';
import styles from './composer.module.css';

interface MessageFieldProps {
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly contactName: string;
  readonly text: string;
  readonly isTooLong: boolean;
  readonly onChange: (text: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSubmit: () => void;
  readonly onEscape: () => void;
  /** `/` where nothing stands yet. */
  readonly onSlash: () => void;
}

/** Where the text is written: Enter sends, Shift+Enter breaks the line, `/` opens everything else. */
export function MessageField(props: MessageFieldProps) {
  const { input, contactName, text, isTooLong, onChange, onFiles, onSubmit, onEscape, onSlash } = props;
  const { t } = useLingui();
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a kana conversion belongs to the input method, not to us.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      onSubmit();
    }
    if (event.key === '/' && text === '') {
      event.preventDefault();
      onSlash();
    }
    if (event.key === 'Escape') onEscape();
  };
  return (
    <Textarea
      ref={input}
      className={styles.input}
      classNames={{ input: styles.field }}
      variant="unstyled"
      autosize
      minRows={1}
      maxRows={9}
      placeholder={t`Write a message, or / for more`}
      aria-label={t`Message to ${contactName}`}
      aria-invalid={isTooLong}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      }}
    />
  );
}
