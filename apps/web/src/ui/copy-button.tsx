import { useLingui } from '@lingui/react/macro';
import { ActionIcon, CopyButton as MantineCopyButton } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { Hint } from './hint.tsx';

export function CopyButton({ value, label }: { readonly value: string; readonly label: string }) {
  const { t } = useLingui();
  return (
    <MantineCopyButton value={value}>
      {({ copied, copy }) => (
        <Hint label={copied ? t`Copied` : label}>
          <ActionIcon variant="subtle" color="gray" onClick={copy} aria-label={copied ? t`Copied` : label}>
            {copied ? <Check size={16} /> : <Copy size={16} />}
          </ActionIcon>
        </Hint>
      )}
    </MantineCopyButton>
  );
}
