import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Media } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileX, RotateCw } from 'lucide-react';
import { client } from '../../../../lib/client.ts';
import { useLocalized } from '../../../../lib/i18n.ts';
import { useNotifyProblem } from '../../../../lib/notify.ts';
import { usePermission } from '../../../../lib/queries.ts';
import { queryKeys } from '../../../../lib/query-keys.ts';
import { useConversationPlace } from '../conversation-context.ts';
import styles from './media.module.css';

/** Why a file could not be had, and another try while the provider still keeps it. */
export function FailedFile({ media }: { readonly media: Media }) {
  const localized = useLocalized();
  const { problem } = media;
  return (
    <div className={styles.notice}>
      <FileX size={18} aria-hidden />
      <div>
        <p className={styles.what}>
          {problem === null ? <Trans>The file could not be fetched.</Trans> : localized(problem.title)}
        </p>
        {problem === null ? null : <p className={styles.reason}>{localized(problem.remedy)}</p>}
        {problem?.code === 'media_expired' ? null : <TryAgain mediaId={media.id} />}
      </div>
    </div>
  );
}

function TryAgain({ mediaId }: { readonly mediaId: string }) {
  const place = useConversationPlace();
  return place === null ? null : <TryAgainButton mediaId={mediaId} />;
}

function TryAgainButton({ mediaId }: { readonly mediaId: string }) {
  const queryClient = useQueryClient();
  const notifyProblem = useNotifyProblem();
  const mayFetch = usePermission('media.write');
  const again = useMutation({
    mutationFn: () => client.call('fetchMedia', { params: { mediaId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.messageLists }),
    onError: notifyProblem,
  });
  if (!mayFetch) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<RotateCw size={14} aria-hidden />}
      loading={again.isPending}
      onClick={() => again.mutate()}
    >
      <Trans>Try again</Trans>
    </Button>
  );
}
