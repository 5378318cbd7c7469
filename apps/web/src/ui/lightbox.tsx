import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { mediaDownloadUrl, mediaUrl } from '../lib/client.ts';
import { Dialog } from './dialog.tsx';
import styles from './lightbox.module.css';

interface LightboxProps {
  readonly mediaId: string;
  readonly description: string;
  readonly onClose: () => void;
}

export function Lightbox({ mediaId, description, onClose }: LightboxProps) {
  return (
    <Dialog onClose={onClose} size="auto" title={<span className={styles.title}>{description}</span>}>
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
    </Dialog>
  );
}
