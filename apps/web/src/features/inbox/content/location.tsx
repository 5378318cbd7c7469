import { Trans } from '@lingui/react/macro';
import { MapPin } from 'lucide-react';
import styles from './content.module.css';
import type { ContentViewProps } from './view-props.ts';

/** A link to a map, no map: showing one would tell a map service where our customers are. */
export function LocationContent({ content }: ContentViewProps<'location'>) {
  const { latitude, longitude, name, address } = content;
  const position = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return (
    <a
      className={styles.file}
      href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      <MapPin size={26} strokeWidth={1.6} aria-hidden />
      <span className={styles.fileText}>
        <span className={styles.fileName}>{name ?? position}</span>
        {address === undefined ? null : <span className={styles.quiet}>{address}</span>}
        <span className={styles.quiet}>
          {name === undefined ? null : `${position} · `}
          <Trans>Open the map</Trans>
        </span>
      </span>
    </a>
  );
}
