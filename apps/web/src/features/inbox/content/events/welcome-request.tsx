import { Trans } from '@lingui/react/macro';

export function WelcomeRequestContent() {
  return <Trans>The customer opened the chat for the first time and has not written yet</Trans>;
}
