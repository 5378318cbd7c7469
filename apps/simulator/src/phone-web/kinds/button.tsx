import { z } from 'zod';
import { defineKind, type KindViewProps } from './define-kind.tsx';
import styles from './parts/kinds.module.css';

const buttonContentSchema = z.looseObject({ text: z.string(), payload: z.string().optional() });

/** The answer given by pressing a template's quick-reply button. */
function ButtonView({ content }: KindViewProps<z.infer<typeof buttonContentSchema>>) {
  return <p className={styles.text}>{content.text}</p>;
}

export const buttonKind = defineKind({
  schema: buttonContentSchema,
  View: ButtonView,
  summarise: (content) => content.text,
});
