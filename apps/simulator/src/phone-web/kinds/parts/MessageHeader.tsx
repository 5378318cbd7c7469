import { z } from 'zod';
import { useText } from '../../i18n/language.ts';
import styles from './kinds.module.css';
import { mediaContentSchema } from './media-content.ts';

/** The part above the body of an interactive or template message: text, or a file. */
export const messageHeaderSchema = z.union([
  z
    .string()
    .transform((text) => ({ type: 'text', text, image: undefined, video: undefined, document: undefined })),
  z
    .looseObject({
      type: z.string(),
      text: z.string().optional(),
      image: mediaContentSchema.optional(),
      video: mediaContentSchema.optional(),
      document: mediaContentSchema.optional(),
    })
    .transform(({ type, text, image, video, document }) => ({ type, text, image, video, document })),
]);

export function MessageHeader({ header }: { header: z.infer<typeof messageHeaderSchema> }) {
  const text = useText();
  const { image, video, document } = header;
  if (header.text) return <p className={styles.header}>{header.text}</p>;
  if (image?.url) return <img className={styles.headerPicture} src={image.url} alt={text.kinds.photo} />;
  if (video?.url)
    return <video className={styles.video} src={video.url} controls aria-label={text.kinds.video} />;
  if (document?.url) {
    return (
      <a className={styles.card} href={document.url} download={document.filename}>
        {document.filename ?? text.kinds.document}
      </a>
    );
  }
  return null;
}
