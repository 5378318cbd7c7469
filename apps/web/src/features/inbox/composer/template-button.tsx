import { Trans } from '@lingui/react/macro';
import { Button, type ButtonProps } from '@mantine/core';
import type { Conversation, Message } from '@renkei/contract';
import { LayoutTemplate } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazyWithWords } from '../../../lib/lazy-with-words.ts';

const TemplateDialog = lazyWithWords(
  async () => (await import('../dialogs/template/template-dialog.tsx')).TemplateDialog,
);

interface TemplateButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  readonly conversation: Conversation;
  readonly replyTo: Message | null;
  readonly onReplyTo: (message: Message | null) => void;
}

export function TemplateButton({ size, variant, ...props }: TemplateButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size={size ?? 'sm'}
        variant={variant ?? 'filled'}
        leftSection={<LayoutTemplate size={15} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        <Trans>Choose a template</Trans>
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <TemplateDialog {...props} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
