import { FileText, MapPin } from 'lucide-react';
import { z } from 'zod';
import { useText } from '../../i18n/language.ts';
import { loadLater } from '../../ui/load-later.ts';
import styles from './kinds.module.css';

const ProductHeader = loadLater(async () => (await import('../commerce/ProductHeader.tsx')).ProductHeader);

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
  // A moving picture is an MP4 that plays by itself.
  gif: headerFileSchema.optional(),
  document: headerFileSchema.optional(),
  location: z.looseObject({ name: z.string().optional(), address: z.string().optional() }).optional(),
  product: z
    .looseObject({ product_retailer_id: z.string().optional(), catalog_id: z.string().optional() })
    .optional(),
});

/** The part above the body of an interactive or template message: text, a file, a place or a product. */
export const messageHeaderSchema = z.union([
  z.string().transform((text): z.infer<typeof headerObjectSchema> => ({ text })),
  headerObjectSchema,
]);

export function MessageHeader({ header }: { header: z.infer<typeof messageHeaderSchema> }) {
  const text = useText();
  const { image, video, gif, document, location, product } = header;
  if (header.text) return <p className={styles.header}>{header.text}</p>;
  if (image?.url) return <img className={styles.headerPicture} src={image.url} alt={text.kinds.photo} />;
  if (video?.url) {
    return <video className={styles.video} src={video.url} controls aria-label={text.kinds.video} />;
  }
  if (gif?.url) {
    return <video className={styles.video} src={gif.url} autoPlay muted loop aria-label={text.kinds.video} />;
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
        <span className={styles.cardText}>
          <strong>{location.name ?? text.kinds.location}</strong>
          {location.address && <small>{location.address}</small>}
        </span>
      </p>
    );
  }
  if (product?.product_retailer_id) {
    return <ProductHeader catalogId={product.catalog_id ?? ''} retailerId={product.product_retailer_id} />;
  }
  return null;
}
