import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CloseButton, Progress } from '@mantine/core';
import type { MediaContentKind } from '@renkei/contract';
import { useState } from 'react';
import { mediaThumbnailUrl } from '../../../lib/client.ts';
import { formatBytes } from '../../../lib/format-size.ts';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { contentKindInfo } from '../content/kind-info.ts';
import { attachmentKindOf } from './attachment-kind.ts';
import styles from './attachment-list.module.css';
import { ConversionNote } from './conversion-note.tsx';
import type { Attachment, Attachments } from './use-attachments.ts';

export function AttachmentList({ attachments }: { readonly attachments: Attachments }) {
  const { t } = useLingui();
  if (attachments.list.length === 0) return null;
  return (
    <ul className={styles.root} aria-label={t`Files to send`}>
      {attachments.list.map((attachment) => (
        <li key={attachment.id}>
          {attachment.problem === null ? (
            <AttachmentItem attachment={attachment} onRemove={() => attachments.remove(attachment)} />
          ) : (
            <RefusedFile attachment={attachment} attachments={attachments} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface RefusedFileProps {
  readonly attachment: Attachment;
  readonly attachments: Attachments;
}

/** Why a file cannot be sent, and what else can be done with it. */
function RefusedFile({ attachment, attachments }: RefusedFileProps) {
  const { i18n } = useLingui();
  const { kind, problem, fileName } = attachment;
  if (problem === null) return null;
  const again = (nextKind: MediaContentKind) => attachments.sendAs(attachment, nextKind);
  return (
    <ProblemCard problem={problem}>
      <span className={styles.refused}>{fileName}</span>
      {refusals.has(problem.code) ? null : (
        <Button size="compact-sm" variant="default" onClick={() => again(kind)}>
          <Trans>Try again</Trans>
        </Button>
      )}
      {problem.code === 'media_type_refused'
        ? alternativesOf(attachment).map((alternative) => (
            <Button key={alternative} size="compact-sm" variant="default" onClick={() => again(alternative)}>
              <Trans>Send as: {i18n._(contentKindInfo[alternative].label)}</Trans>
            </Button>
          ))
        : null}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => attachments.remove(attachment)}>
        <Trans>Remove</Trans>
      </Button>
    </ProblemCard>
  );
}

/** What its type is usually sent as, if that was not tried, and a sticker for a picture that moves. */
function alternativesOf({ kind, file }: Attachment): readonly MediaContentKind[] {
  if (file === null) return [];
  const usual = attachmentKindOf(file);
  if (usual !== kind && kind === 'document') return [usual];
  return kind === 'image' ? ['sticker'] : [];
}

/** Trying these once more would end in the same way. */
const refusals: ReadonlySet<string> = new Set([
  'media_type_refused',
  'media_too_large',
  'media_content_mismatch',
  'media_unreadable',
  'forbidden',
]);

interface AttachmentItemProps {
  readonly attachment: Attachment;
  readonly onRemove: () => void;
}

function AttachmentItem({ attachment, onRemove }: AttachmentItemProps) {
  const { t, i18n } = useLingui();
  const { fileName, sizeBytes, kind, progress, media } = attachment;
  const { label } = contentKindInfo[kind];
  return (
    <div className={styles.item}>
      <Preview attachment={attachment} />
      <span className={styles.text}>
        <span className={styles.name}>{fileName}</span>
        <span className={styles.quiet}>
          {i18n._(label)} · {formatBytes(sizeBytes)}
          {media === null ? <Stage progress={progress} /> : null}
        </span>
        {media === null ? (
          <Progress
            value={progress * 100}
            size={3}
            animated={progress === 1}
            aria-label={t`Uploading ${fileName}`}
          />
        ) : null}
        {media?.converted ? <ConversionNote converted={media.converted} mimeType={media.mimeType} /> : null}
      </span>
      <CloseButton
        size="sm"
        onClick={onRemove}
        aria-label={media === null ? t`Cancel the upload of ${fileName}` : t`Remove ${fileName}`}
      />
    </div>
  );
}

/** Once all of it is there, the server looks at it and converts it, which may take a while. */
function Stage({ progress }: { readonly progress: number }) {
  if (progress < 1) return ` · ${Math.round(progress * 100)} %`;
  return (
    <>
      {' · '}
      <Trans>Checking…</Trans>
    </>
  );
}

function Preview({ attachment: { kind, media, previewUrl } }: { readonly attachment: Attachment }) {
  const [isUnshowable, setIsUnshowable] = useState(false);
  const { icon: Icon } = contentKindInfo[kind];
  const url = media?.hasThumbnail ? mediaThumbnailUrl(media.id) : isUnshowable ? null : previewUrl;
  if (url === null) return <Icon size={22} aria-hidden />;
  return <img className={styles.preview} src={url} alt="" onError={() => setIsUnshowable(true)} />;
}
