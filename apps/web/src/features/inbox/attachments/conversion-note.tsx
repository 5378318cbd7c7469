import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ConversionReason, Media } from '@renkei/contract';
import { Wand2 } from 'lucide-react';
import styles from './attachment-list.module.css';

interface ConversionNoteProps {
  readonly converted: NonNullable<Media['converted']>;
  /** What it is now. */
  readonly mimeType: string;
}

/** Says what was changed about a file so that WhatsApp takes it. */
export function ConversionNote({ converted, mimeType }: ConversionNoteProps) {
  const { i18n } = useLingui();
  const from = shortName(converted.from);
  const to = shortName(mimeType);
  const changes = converted.reasons.flatMap((reason) => {
    const words = reasonWords[reason];
    return words === null ? [] : [i18n._(words)];
  });
  return (
    <span className={styles.converted}>
      <Wand2 size={13} aria-hidden />
      <span>
        {converted.reasons.includes('format') && from !== to ? (
          <Trans>
            Converted from {from} to {to}
          </Trans>
        ) : (
          <Trans>Adapted for WhatsApp</Trans>
        )}
        {changes.map((change) => ` · ${change}`).join('')}
      </span>
    </span>
  );
}

/** `format` is said by the names of both. */
const reasonWords: Readonly<Record<ConversionReason, MessageDescriptor | null>> = {
  format: null,
  size: msg`made smaller`,
  orientation: msg`turned upright`,
  metadata: msg`place and camera removed`,
  mono: msg`one channel`,
};

/** What people call a type: `image/jpeg` is JPEG. */
function shortName(mimeType: string): string {
  return names[mimeType] ?? (mimeType.split('/')[1] ?? mimeType).replace(/^x-/, '').toUpperCase();
}

const names: Readonly<Record<string, string>> = {
  'audio/ogg': 'Ogg (Opus)',
  'audio/mp4': 'M4A',
  'audio/mpeg': 'MP3',
  'image/webp': 'WebP',
  'video/quicktime': 'MOV',
  'video/webm': 'WebM',
  'audio/webm': 'WebM',
  'video/x-matroska': 'Matroska',
  'video/3gpp': '3GP',
};
