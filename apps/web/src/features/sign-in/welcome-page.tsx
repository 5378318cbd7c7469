import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { client } from '../../lib/client.ts';
import { useLanguage } from '../../lib/i18n.ts';
import { problemOf } from '../../lib/problem.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { AuthFrame } from './auth-frame.tsx';
import { useEnter } from './use-enter.ts';

const route = getRouteApi('/welcome');

/** The one-time link that `npm start` prints. */
export function WelcomePage() {
  const { token } = route.useSearch();
  const language = useLanguage();
  const enter = useEnter();
  const redeem = useMutation({
    mutationFn: () => client.call('redeemSignInLink', { body: { token, language } }),
    onSuccess: enter,
  });
  // The link works once; development mounts twice.
  const isRedeemed = useRef(false);
  useEffect(() => {
    if (isRedeemed.current) return;
    isRedeemed.current = true;
    redeem.mutate();
  }, [redeem]);
  return (
    <AuthFrame title={redeem.isError ? <Trans>The link did not work</Trans> : <Trans>Welcome</Trans>}>
      {redeem.isError ? (
        <>
          <ProblemCard problem={problemOf(redeem.error)} />
          <Button
            mt="md"
            variant="default"
            fullWidth
            renderRoot={(props) => <Link {...props} to="/sign-in" />}
          >
            <Trans>Sign in with a password</Trans>
          </Button>
        </>
      ) : (
        <LoadingState>
          <Trans>Preparing your workspace…</Trans>
        </LoadingState>
      )}
    </AuthFrame>
  );
}
