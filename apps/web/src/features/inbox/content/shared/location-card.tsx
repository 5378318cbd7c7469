import { Trans, useLingui } from '@lingui/react/macro';
import type { ContentOf } from '@renkei/contract';
import { ExternalLink } from 'lucide-react';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { formatPosition } from './format-position.ts';
import styles from './location.module.css';
import { LocationMap } from './location-map.tsx';

type LocationCardProps = Omit<ContentOf<'location'>, 'kind'>;

/** A place: drawn here, and shown on a real map only when somebody asks for it, as that tells a map service where. */
export function LocationCard({ latitude, longitude, name, address }: LocationCardProps) {
  const { t } = useLingui();
  const position = formatPosition({ latitude, longitude });
  return (
    <div className={styles.root}>
      <LocationMap latitude={latitude} longitude={longitude} label={t`Position ${position}`} />
      <div className={styles.text}>
        <div className={styles.words}>
          {name === undefined ? null : <p className={styles.name}>{name}</p>}
          {address === undefined ? null : <p className={styles.address}>{address}</p>}
          <p className={styles.position}>{position}</p>
        </div>
        <CopyButton value={`${latitude}, ${longitude}`} label={t`Copy the position`} />
      </div>
      <a
        className={styles.link}
        href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
        target="_blank"
        rel="noopener noreferrer"
      >
        <ExternalLink size={14} aria-hidden />
        <Trans>Open the map</Trans>
      </a>
    </div>
  );
}
