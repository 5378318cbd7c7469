import { MessageSquareDashed } from 'lucide-react';
import { z } from 'zod';
import type { Dictionary } from '../i18n/en.ts';
import { useText } from '../i18n/language.ts';
import { defineKind, type KindViewProps } from './define-kind.tsx';
import styles from './parts/kinds.module.css';

const unreachableContentSchema = z.looseObject({ type: z.string() });

type UnreachableContent = z.infer<typeof unreachableContentSchema>;

/** What the person sent and the API cannot carry, such as a poll: the business is only told that there was something. */
function UnreachableView({ content }: KindViewProps<UnreachableContent>) {
  const text = useText();
  return (
    <div className={styles.unsupported}>
      <MessageSquareDashed size={18} aria-hidden="true" />
      <p>
        {nameOf(content, text)} <small>{text.unreachable.note}</small>
      </p>
    </div>
  );
}

function nameOf({ type }: UnreachableContent, text: Dictionary): string {
  const names: Readonly<Record<string, string>> = text.unreachable.types;
  return names[type] ?? type;
}

export const unreachableKind = defineKind({
  schema: unreachableContentSchema,
  View: UnreachableView,
  summarise: nameOf,
});
