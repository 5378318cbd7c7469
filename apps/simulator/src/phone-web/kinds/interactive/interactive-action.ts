import type { ShownMessage } from '../../session/outbox.ts';

/** `action` is what Meta's interactive object holds; each action parses its own. */
export type InteractiveActionProps = Readonly<{ action: unknown; message: ShownMessage }>;
