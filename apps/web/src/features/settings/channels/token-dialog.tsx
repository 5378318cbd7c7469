import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, Stack } from '@mantine/core';
import type { Channel } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client } from '../../../lib/client.ts';
import { problemOf } from '../../../lib/problem.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemCard } from '../../../ui/problem-card.tsx';

interface TokenDialogProps {
  readonly channel: Channel;
  readonly onClose: () => void;
}

export function TokenDialog({ channel, onClose }: TokenDialogProps) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const [accessToken, setAccessToken] = useState('');
  const update = useMutation({
    mutationFn: () =>
      client.call('updateChannel', { params: { channelId: channel.id }, body: { accessToken } }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.channels });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate();
  };
  return (
    <Dialog onClose={onClose} title={<Trans>New access token for {channel.name}</Trans>}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {update.isError ? <ProblemCard problem={problemOf(update.error)} /> : null}
          <PasswordInput
            label={t`Access token`}
            description={t`It is checked first, then kept encrypted. Waiting messages are sent afterwards.`}
            value={accessToken}
            onChange={(event) => setAccessToken(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
            required
            withAsterisk={false}
          />
          <Button type="submit" loading={update.isPending} disabled={accessToken.trim() === ''}>
            <Trans>Check and save</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
