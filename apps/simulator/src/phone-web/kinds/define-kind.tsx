import { type ComponentType, useMemo } from 'react';
import type { z } from 'zod';
import { removeFormatting } from '../format/parse-formatting.ts';
import type { Dictionary } from '../i18n/en.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { UnsupportedView } from './parts/UnsupportedView.tsx';

export type KindViewProps<Content> = Readonly<{ content: Content; message: ShownMessage }>;

type KindDefinition<Content> = Readonly<{
  /** What the simulator puts under the key named by the type. */
  schema: z.ZodType<Content>;
  View: ComponentType<KindViewProps<Content>>;
  /** One line for the chat list and for quotes. */
  summarise: (content: Content, text: Dictionary) => string;
  /** `bare` messages (stickers) stand on the paper without a bubble. */
  frame?: 'bubble' | 'bare';
}>;

export type Kind = Readonly<{
  frame: 'bubble' | 'bare';
  summarise: (message: ShownMessage, text: Dictionary) => string;
  View: ComponentType<Readonly<{ message: ShownMessage }>>;
}>;

/** Makes a registry entry that parses its own content; what does not fit is shown as unsupported. */
export function defineKind<Content>({
  schema,
  View,
  summarise,
  frame = 'bubble',
}: KindDefinition<Content>): Kind {
  function ParsedView({ message }: { message: ShownMessage }) {
    const parsed = useMemo(() => schema.safeParse(message.content), [message.content]);
    return parsed.success ? (
      <View content={parsed.data} message={message} />
    ) : (
      <UnsupportedView message={message} />
    );
  }
  return {
    frame,
    View: ParsedView,
    summarise: (message, text) => {
      const parsed = schema.safeParse(message.content);
      return parsed.success ? removeFormatting(summarise(parsed.data, text)) : text.message.unsupported;
    },
  };
}
