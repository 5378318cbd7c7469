import { MapPin } from 'lucide-react';
import { z } from 'zod';
import { useText } from '../i18n/language.ts';
import { defineKind, type KindViewProps } from './define-kind.tsx';
import styles from './parts/kinds.module.css';

const locationContentSchema = z.looseObject({
  // Meta's documentation quotes the degrees; both forms are sent.
  latitude: z.coerce.number(),
  longitude: z.coerce.number(),
  name: z.string().optional(),
  address: z.string().optional(),
});

/** The map is drawn, not fetched: a virtual phone works without the internet. */
function LocationView({ content }: KindViewProps<z.infer<typeof locationContentSchema>>) {
  const text = useText();
  const { latitude, longitude, name, address } = content;
  const coordinates = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <a className={styles.location} href={map} target="_blank" rel="noopener noreferrer">
      <span className={styles.map}>
        <MapPin size={32} aria-hidden="true" />
      </span>
      <span className={styles.cardText}>
        <strong>{name ?? text.kinds.location}</strong>
        <small>{address ?? coordinates}</small>
      </span>
    </a>
  );
}

export const locationKind = defineKind({
  schema: locationContentSchema,
  View: LocationView,
  summarise: (content, text) => content.name ?? text.kinds.location,
});
