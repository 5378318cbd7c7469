import { Trans } from '@lingui/react/macro';
import type { ChannelCheck, CloudApiCredentials, Problem } from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { notify } from '../../../lib/notify.ts';
import { problemOf } from '../../../lib/problem.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

export interface ChannelValues extends CloudApiCredentials {
  /** Empty: the name that Meta has verified. */
  readonly name: string;
}

interface ConnectChannel {
  readonly check: (values: ChannelValues) => void;
  readonly connect: (values: ChannelValues) => void;
  readonly isChecking: boolean;
  readonly isConnecting: boolean;
  /** Both of what was asked last, whether to check only or to connect. */
  readonly checks: readonly ChannelCheck[];
  readonly problem: Problem | null;
}

/** Asks Meta about every value, and connects the number if all are right. */
export function useConnectChannel(onConnected: () => void): ConnectChannel {
  const queryClient = useQueryClient();
  const check = useMutation({
    mutationFn: (values: ChannelValues) => client.call('checkChannel', { body: credentialsOf(values) }),
  });
  const connect = useMutation({
    mutationFn: (values: ChannelValues) => {
      const name = values.name.trim();
      const body = { ...credentialsOf(values), ...(name === '' ? {} : { name }) };
      return client.call('connectChannel', { body });
    },
    onSuccess: ({ channel }) => {
      if (channel === null) return;
      void queryClient.invalidateQueries({ queryKey: queryKeys.channels });
      void notify({ message: <Trans>{channel.displayPhoneNumber} is connected.</Trans> });
      onConnected();
    },
  });
  const latest = connect.submittedAt > check.submittedAt ? connect : check;
  return {
    check: check.mutate,
    connect: connect.mutate,
    isChecking: check.isPending,
    isConnecting: connect.isPending,
    checks: latest.data?.checks ?? [],
    problem: latest.isError ? problemOf(latest.error) : null,
  };
}

function credentialsOf(values: ChannelValues): CloudApiCredentials {
  const { accessToken, phoneNumberId, wabaId, appSecret, verifyToken } = values;
  return { accessToken, phoneNumberId, wabaId, appSecret, verifyToken };
}
