import { FileText, MapPin } from 'lucide-react';
import { z } from 'zod';
import { useText } from '../../i18n/language.ts';
import styles from './kinds.module.css';

/** A file of a header, named as the sender named it: by media id or by link. */
const headerFileSchema = z
  .looseObject({
    url: z.string().optional(),
    link: z.string().optional(),
    id: z.string().optional(),
    filename: z.string().optional(),
  })
  .transform(({ url, link, id, filename }) => ({
    url: url ?? link ?? (id && `/phones/media/${encodeURIComponent(id)}`),
    filename,
  }));

const headerObjectSchema = z.looseObject({
  text: z.string().optional(),
  image: headerFileSchema.optional(),
  video: headerFileSchema.optional(),
  document: headerFileSchema.optional(),
  location: z.looseObject({ name: z.string().optional(), address: z.string().optional() }).optional(),
});

/** The part above the body of an interactive or template message: text, a file or a place. */
export const messageHeaderSchema = z.union([
  z.string().transform((text): z.infer<typeof headerObjectSchema> => ({ text })),
  headerObjectSchema,
]);

export function MessageHeader({ header }: { header: z.infer<typeof messageHeaderSchema> }) {
  const text = useText();
  const { image, video, document, location } = header;
  if (header.text) return <p className={styles.header}>{header.text}</p>;
  if (image?.url) return <img className={styles.headerPicture} src={image.url} alt={text.kinds.photo} />;
  if (video?.url) {
    return <video className={styles.video} src={video.url} controls aria-label={text.kinds.video} />;
  }
  if (document?.url) {
    return (
      <a className={styles.card} href={document.url} download={document.filename}>
        <FileText size={24} aria-hidden="true" />
        {document.filename ?? text.kinds.document}
      </a>
    );
  }
  if (location) {
    return (
      <p className={styles.card}>
        <MapPin size={24} aria-hidden="true" />
        {location.name ?? location.address ?? text.kinds.location}
      </p>
    );
  }
  return null;
}
