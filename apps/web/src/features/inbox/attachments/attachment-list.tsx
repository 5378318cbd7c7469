import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CloseButton, Progress } from '@mantine/core';
import { formatBytes } from '../../../lib/format-size.ts';
import { ProblemCard } from '../../../ui/problem-card.tsx';
import { contentKindInfo } from '../content/kind-info.ts';
import styles from './attachment-list.module.css';
import type { Attachment, Attachments } from './use-attachments.ts';

export function AttachmentList({ attachments }: { readonly attachments: Attachments }) {
  const { t } = useLingui();
  return (
    <ul className={styles.root} aria-label={t`Files to send`}>
      {attachments.list.map((attachment) => (
        <li key={attachment.id}>
          {attachment.problem === null ? (
            <AttachmentItem attachment={attachment} onRemove={() => attachments.remove(attachment.id)} />
          ) : (
            <ProblemCard problem={attachment.problem}>
              <span className={styles.refused}>{attachment.fileName}</span>
              {canBeDocument(attachment) ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => attachments.sendAs(attachment, 'document')}
                >
                  <Trans>Send as a document</Trans>
                </Button>
              ) : null}
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                onClick={() => attachments.remove(attachment.id)}
              >
                <Trans>Remove</Trans>
              </Button>
            </ProblemCard>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Documents may be larger than anything else. */
function canBeDocument({ kind, problem, file }: Attachment): boolean {
  return file !== null && kind !== 'document' && problem?.code === 'media_too_large';
}

interface AttachmentItemProps {
  readonly attachment: Attachment;
  readonly onRemove: () => void;
}

function AttachmentItem({ attachment, onRemove }: AttachmentItemProps) {
  const { t, i18n } = useLingui();
  const { fileName, sizeBytes, kind, progress, media, previewUrl } = attachment;
  const { icon: Icon, label } = contentKindInfo[kind];
  return (
    <div className={styles.item}>
      {previewUrl === null ? (
        <Icon size={22} aria-hidden />
      ) : (
        <img className={styles.preview} src={previewUrl} alt="" />
      )}
      <span className={styles.text}>
        <span className={styles.name}>{fileName}</span>
        <span className={styles.quiet}>
          {i18n._(label)} · {formatBytes(sizeBytes)}
          {media === null ? ` · ${Math.round(progress * 100)} %` : null}
        </span>
        {media === null ? (
          <Progress value={progress * 100} size={3} aria-label={t`Uploading ${fileName}`} />
        ) : null}
      </span>
      <CloseButton size="sm" onClick={onRemove} aria-label={t`Remove ${fileName}`} />
    </div>
  );
}
