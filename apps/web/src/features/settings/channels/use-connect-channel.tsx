import { Trans } from '@lingui/react/macro';
import {
  type Channel,
  type ChannelCheck,
  type ChannelCredentials,
  type ChannelProvider,
  channelCredentialsSchema,
  type Problem,
} from '@renkei/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../lib/client.ts';
import { notify } from '../../../lib/notify.ts';
import { problemOf } from '../../../lib/problem.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** The values of a form by their names; `name` is what the team calls the number. */
export type ChannelValues = Readonly<Record<string, string | undefined>>;

export interface ChannelConnecting {
  readonly check: (provider: ChannelProvider, values: ChannelValues) => void;
  readonly connect: (provider: ChannelProvider, values: ChannelValues) => void;
  /** Forgets what was said of another provider's values. */
  readonly forget: () => void;
  readonly isChecking: boolean;
  readonly isConnecting: boolean;
  /** Both of what was asked last, whether to check only or to connect. */
  readonly checks: readonly ChannelCheck[];
  readonly problem: Problem | null;
}

interface Answer {
  readonly channel: Channel | null;
  readonly checks: readonly ChannelCheck[];
}

type Connect = (credentials: ChannelCredentials, name: string | undefined) => Promise<Answer>;

/** Asks the provider about every value, and connects the number if all are right. */
export function useConnectChannel(onConnected: () => void): ChannelConnecting {
  return useConnecting(
    (credentials, name) =>
      client.call('connectChannel', { body: { ...credentials, ...(name ? { name } : {}) } }),
    (channel) => {
      void notify({ message: <Trans>{channel.displayPhoneNumber} is connected.</Trans> });
      onConnected();
    },
  );
}

/** The same for a number that is connected and moves to another provider. */
export function useMoveChannel({ id: channelId }: Channel, onMoved: () => void): ChannelConnecting {
  return useConnecting(
    (body) => client.call('moveChannel', { params: { channelId }, body }),
    (channel) => {
      void notify({ message: <Trans>{channel.displayPhoneNumber} has moved. Nothing was lost.</Trans> });
      onMoved();
    },
  );
}

function useConnecting(connect: Connect, onDone: (channel: Channel) => void): ChannelConnecting {
  const queryClient = useQueryClient();
  const check = useMutation({
    mutationFn: (values: Entered) => client.call('checkChannel', { body: credentialsOf(values) }),
  });
  const doing = useMutation({
    mutationFn: (values: Entered) => connect(credentialsOf(values), values.values.name?.trim()),
    onSuccess: ({ channel }) => {
      if (channel === null) return;
      void queryClient.invalidateQueries({ queryKey: queryKeys.channels });
      void queryClient.invalidateQueries({ queryKey: queryKeys.allTemplates });
      onDone(channel);
    },
  });
  const latest = doing.submittedAt > check.submittedAt ? doing : check;
  return {
    check: (provider, values) => check.mutate({ provider, values }),
    connect: (provider, values) => doing.mutate({ provider, values }),
    forget: () => {
      check.reset();
      doing.reset();
    },
    isChecking: check.isPending,
    isConnecting: doing.isPending,
    checks: latest.data?.checks ?? [],
    problem: latest.isError ? problemOf(latest.error) : null,
  };
}

interface Entered {
  readonly provider: ChannelProvider;
  readonly values: ChannelValues;
}

/** Empty values are left out, so that what is optional is missing rather than empty. */
function credentialsOf({ provider, values: { name: _name, ...values } }: Entered): ChannelCredentials {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value.trim() !== '');
  return channelCredentialsSchema.parse({ provider, ...Object.fromEntries(given) });
}
