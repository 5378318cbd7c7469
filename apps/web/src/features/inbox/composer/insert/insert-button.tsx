import { useLingui } from '@lingui/react/macro';
import type { Conversation, MediaContentKind, Message } from '@renkei/contract';
import { Suspense, useRef, useState } from 'react';
import { lazyWithWords } from '../../../../lib/lazy-with-words.ts';
import { acceptedTypes } from '../../attachments/attachment-kind.ts';
import type { Form } from '../forms/form.ts';
import { InsertTrigger } from './insert-trigger.tsx';

const InsertPopover = lazyWithWords(async () => (await import('./insert-popover.tsx')).InsertPopover);
const FormDialog = lazyWithWords(async () => (await import('../forms/form-dialog.tsx')).FormDialog);

interface InsertButtonProps {
  readonly conversation: Conversation;
  readonly replyTo: Message | null;
  readonly onReplyTo: (message: Message | null) => void;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onFiles: (files: readonly File[], kind: MediaContentKind) => void;
  /** Somebody wanted the stroke itself, not what it opens. */
  readonly onSlash: () => void;
}

/** Everything that can be sent beside text: files at once, all else in a form of its own. */
export function InsertButton(props: InsertButtonProps) {
  const { conversation, replyTo, onReplyTo, isOpen, onOpen, onFiles, onSlash } = props;
  const { t } = useLingui();
  const isWanted = useEver(isOpen);
  const [form, setForm] = useState<Form | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const kind = useRef<MediaContentKind>('document');
  const chooseFile = (chosen: MediaContentKind) => {
    onOpen(false);
    kind.current = chosen;
    if (input.current === null) return;
    input.current.accept = acceptedTypes[chosen];
    input.current.click();
  };
  return (
    <>
      {isWanted ? (
        <Suspense fallback={<InsertTrigger />}>
          <InsertPopover
            conversation={conversation}
            isOpen={isOpen}
            onOpen={onOpen}
            onFile={chooseFile}
            onForm={(chosen) => {
              onOpen(false);
              setForm(chosen);
            }}
            onSlash={onSlash}
          />
        </Suspense>
      ) : (
        <InsertTrigger onClick={() => onOpen(true)} />
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t`Files to send`}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])], kind.current);
          event.currentTarget.value = '';
        }}
      />
      <Suspense fallback={null}>
        {form === null ? null : (
          <FormDialog
            conversation={conversation}
            form={form}
            replyTo={replyTo}
            onReplyTo={onReplyTo}
            onClose={() => setForm(null)}
          />
        )}
      </Suspense>
    </>
  );
}

/** Whether it has ever been so. */
function useEver(isSo: boolean): boolean {
  const [hasBeen, setHasBeen] = useState(isSo);
  if (isSo && !hasBeen) setHasBeen(true);
  return hasBeen || isSo;
}
