import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Popover } from '@mantine/core';
import type { Conversation, MediaContentKind, Message } from '@renkei/contract';
import { Plus } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { lazyWithWords } from '../../../../lib/lazy-with-words.ts';
import { LoadingState } from '../../../../ui/loading-state.tsx';
import { acceptedTypes } from '../../attachments/attachment-kind.ts';
import type { Form } from '../forms/form.ts';

const InsertMenu = lazyWithWords(async () => (await import('./insert-menu.tsx')).InsertMenu);
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
      <Popover opened={isOpen} onChange={onOpen} position="top-start" trapFocus returnFocus width={340}>
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={38}
            onClick={() => onOpen(!isOpen)}
            title={t`Attach (/)`}
            aria-label={t`Attach`}
          >
            <Plus size={21} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label={t`Attach`}>
          <Suspense
            fallback={
              <LoadingState>
                <Trans>Loading…</Trans>
              </LoadingState>
            }
          >
            <InsertMenu
              conversation={conversation}
              onFile={chooseFile}
              onForm={(chosen) => {
                onOpen(false);
                setForm(chosen);
              }}
              onSlash={onSlash}
            />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
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
