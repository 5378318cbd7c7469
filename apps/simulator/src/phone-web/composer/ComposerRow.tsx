import { Mic, Paperclip, SendHorizontal, Smile } from 'lucide-react';
import type { FormEvent, RefObject } from 'react';
import { useText } from '../i18n/language.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './composer.module.css';
import type { useComposer } from './use-composer.ts';

type ComposerRowProps = Readonly<{
  composer: Omit<ReturnType<typeof useComposer>, 'input'>;
  input: RefObject<HTMLTextAreaElement | null>;
  onRecord: () => void;
}>;

export function ComposerRow({ composer, input, onRecord }: ComposerRowProps) {
  const text = useText();
  const { file, panel, togglePanel, canSend } = composer;
  const placeholder = file?.takesCaption ? text.composer.caption : text.composer.placeholder;
  return (
    <form
      className={styles.row}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        composer.submit();
      }}
    >
      <IconButton
        icon={Paperclip}
        label={text.composer.attach}
        aria-expanded={panel === 'attach'}
        onClick={() => togglePanel('attach')}
      />
      <div className={styles.field}>
        <textarea
          ref={input}
          rows={1}
          value={composer.body}
          placeholder={placeholder}
          aria-label={placeholder}
          enterKeyHint="send"
          onChange={(event) => composer.setBody(event.target.value)}
          onKeyDown={composer.onKeyDown}
          onPaste={composer.onPaste}
        />
        <IconButton
          icon={Smile}
          label={text.composer.emoji}
          aria-expanded={panel === 'emoji'}
          onClick={() => togglePanel('emoji')}
        />
      </div>
      {canSend || composer.excess > 0 ? (
        <IconButton
          icon={SendHorizontal}
          label={text.composer.send}
          tone="accent"
          type="submit"
          disabled={!canSend}
        />
      ) : (
        <IconButton icon={Mic} label={text.composer.record} onClick={onRecord} />
      )}
    </form>
  );
}
