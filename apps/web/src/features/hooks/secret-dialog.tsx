import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './hooks.module.css';

interface SecretDialogProps {
  /** `whsec_…` */
  readonly secret: string;
  readonly onClose: () => void;
}

/** The secret, this once. */
export function SecretDialog({ secret, onClose }: SecretDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog onClose={onClose} title={<Trans>The secret of this hook</Trans>} closeOnClickOutside={false}>
      <Stack gap="md">
        <p className={styles.plain}>
          <Trans>
            Give it to the other system, which proves with it that an event is from here. It is shown only
            now.
          </Trans>
        </p>
        <div className={styles.secret}>
          <code>{secret}</code>
          <CopyButton value={secret} label={t`Copy the secret`} />
        </div>
        <p className={styles.quiet}>
          <Trans>
            The signature follows{' '}
            <a href="https://www.standardwebhooks.com" target="_blank" rel="noreferrer">
              Standard Webhooks
            </a>
            , which has libraries for most languages.
          </Trans>
        </p>
        <Button onClick={onClose} data-autofocus>
          <Trans>Done</Trans>
        </Button>
      </Stack>
    </Dialog>
  );
}
