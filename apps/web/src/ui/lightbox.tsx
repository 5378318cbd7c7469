import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Modal } from '@mantine/core';
import { Download } from 'lucide-react';
import { mediaDownloadUrl, mediaUrl } from '../lib/client.ts';
import styles from './lightbox.module.css';

interface LightboxProps {
  readonly mediaId: string;
  readonly description: string;
  readonly onClose: () => void;
}

export function Lightbox({ mediaId, description, onClose }: LightboxProps) {
  const { t } = useLingui();
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      title={<span className={styles.title}>{description}</span>}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <img className={styles.image} src={mediaUrl(mediaId)} alt={description} />
      <div className={styles.actions}>
        <Button
          component="a"
          href={mediaDownloadUrl(mediaId)}
          download
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
        >
          <Trans>Download</Trans>
        </Button>
      </div>
    </Modal>
  );
}
