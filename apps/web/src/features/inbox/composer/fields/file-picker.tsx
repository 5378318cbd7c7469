import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CloseButton, Input, Progress } from '@mantine/core';
import type { Media, MediaContentKind, Problem } from '@renkei/contract';
import { upload } from '@renkei/sdk';
import { Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { mediaThumbnailUrl } from '../../../../lib/client.ts';
import { formatBytes } from '../../../../lib/format-size.ts';
import { problemOf } from '../../../../lib/problem.ts';
import { ProblemCard } from '../../../../ui/problem-card.tsx';
import { acceptedTypes } from '../../attachments/attachment-kind.ts';
import { contentKindInfo } from '../../content/kind-info.ts';
import type { Fault } from './field.ts';
import styles from './fields.module.css';
import { useFault } from './use-fault.ts';

interface FilePickerProps {
  readonly label: MessageDescriptor | string;
  readonly kind: MediaContentKind;
  readonly accept?: string;
  readonly description?: MessageDescriptor;
  readonly value: Media | null;
  readonly onChange: (media: Media | null) => void;
  readonly faults: readonly Fault[];
}

export function FilePicker(props: FilePickerProps) {
  const { label, kind, accept, description, value, onChange, faults } = props;
  const { i18n } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const fault = useFault(faults);
  const { progress, problem, start } = useUpload(kind, onChange);
  const name = typeof label === 'string' ? label : i18n._(label);
  return (
    <Input.Wrapper
      label={name}
      labelElement="div"
      description={description === undefined ? undefined : i18n._(description)}
      error={fault}
    >
      {value === null ? (
        <Button
          variant="default"
          fullWidth
          justify="flex-start"
          leftSection={<Upload size={15} aria-hidden />}
          onClick={() => input.current?.click()}
          aria-invalid={fault !== null}
          disabled={progress !== null}
        >
          {progress === null ? <Trans>Choose: {name}</Trans> : <Trans>Uploading…</Trans>}
        </Button>
      ) : (
        <ChosenFile media={value} kind={kind} onRemove={() => onChange(null)} />
      )}
      {progress === null ? null : <Progress value={progress * 100} size={3} mt={4} aria-label={name} />}
      {problem === null ? null : <ProblemCard problem={problem} />}
      <input
        ref={input}
        type="file"
        hidden
        accept={accept ?? acceptedTypes[kind]}
        aria-label={name}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) void start(file);
        }}
      />
    </Input.Wrapper>
  );
}

interface ChosenFileProps {
  readonly media: Media;
  readonly kind: MediaContentKind;
  readonly onRemove: () => void;
}

function ChosenFile({ media, kind, onRemove }: ChosenFileProps) {
  const { t, i18n } = useLingui();
  const { icon: Icon, label } = contentKindInfo[kind];
  const name = media.fileName ?? i18n._(label);
  return (
    <div className={styles.file}>
      {media.hasThumbnail ? (
        <img className={styles.picture} src={mediaThumbnailUrl(media.id)} alt="" />
      ) : (
        <Icon size={22} aria-hidden />
      )}
      <span className={styles.fileText}>
        <span className={styles.fileName}>{name}</span>
        {media.sizeBytes === null ? null : (
          <span className={styles.hint}>{formatBytes(media.sizeBytes)}</span>
        )}
      </span>
      <CloseButton size="sm" onClick={onRemove} aria-label={t`Remove ${name}`} />
    </div>
  );
}

function useUpload(kind: MediaContentKind, onDone: (media: Media) => void) {
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef<AbortController | null>(null);
  // While a file is on its way the form may change: what is called at the end is the newest.
  const latest = useRef(onDone);
  useEffect(() => {
    latest.current = onDone;
  });
  useEffect(() => () => running.current?.abort(), []);
  const start = async (file: File) => {
    running.current = new AbortController();
    setProblem(null);
    setProgress(0);
    try {
      const { signal } = running.current;
      const media = await upload({
        baseUrl: '',
        kind,
        file,
        fileName: file.name,
        onProgress: setProgress,
        signal,
      });
      // Only now: in `latest.current(await …)` the function would be taken before the wait.
      latest.current(media);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setProgress(null);
    }
  };
  return { progress, problem, start };
}
