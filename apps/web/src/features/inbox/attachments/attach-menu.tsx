import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import type { MediaContentKind } from '@renkei/contract';
import { Paperclip } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { contentKindInfo } from '../content/kind-info.ts';
import { acceptedTypes } from './attachment-kind.ts';

const LocationDialog = lazy(async () => ({
  default: (await import('../dialogs/location-dialog.tsx')).LocationDialog,
}));
const ContactDialog = lazy(async () => ({
  default: (await import('../dialogs/contact-dialog.tsx')).ContactDialog,
}));

const fileKinds = [
  'image',
  'video',
  'document',
  'audio',
  'sticker',
] as const satisfies readonly MediaContentKind[];

interface AttachMenuProps {
  readonly conversationId: string;
  readonly onFiles: (files: readonly File[], kind: MediaContentKind) => void;
}

export function AttachMenu({ conversationId, onFiles }: AttachMenuProps) {
  const { t, i18n } = useLingui();
  const [dialog, setDialog] = useState<'location' | 'contact' | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const kind = useRef<MediaContentKind>('document');
  const close = () => setDialog(null);
  const choose = (chosen: MediaContentKind) => {
    kind.current = chosen;
    if (input.current === null) return;
    input.current.accept = acceptedTypes[chosen];
    input.current.click();
  };
  return (
    <>
      <Menu position="top-start" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={38} title={t`Attach`} aria-label={t`Attach`}>
            <Paperclip size={20} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {fileKinds.map((fileKind) => {
            const { icon: Icon, label } = contentKindInfo[fileKind];
            return (
              <Menu.Item
                key={fileKind}
                leftSection={<Icon size={16} aria-hidden />}
                onClick={() => choose(fileKind)}
              >
                {i18n._(label)}
                {fileKind === 'sticker' ? ' (WebP)' : null}
              </Menu.Item>
            );
          })}
          <Menu.Divider />
          <Menu.Item
            leftSection={<LocationIcon size={16} aria-hidden />}
            onClick={() => setDialog('location')}
          >
            <Trans>Location…</Trans>
          </Menu.Item>
          <Menu.Item leftSection={<ContactIcon size={16} aria-hidden />} onClick={() => setDialog('contact')}>
            <Trans>Contact card…</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
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
        {dialog === 'location' ? <LocationDialog conversationId={conversationId} onClose={close} /> : null}
        {dialog === 'contact' ? <ContactDialog conversationId={conversationId} onClose={close} /> : null}
      </Suspense>
    </>
  );
}

const LocationIcon = contentKindInfo.location.icon;
const ContactIcon = contentKindInfo.contacts.icon;
