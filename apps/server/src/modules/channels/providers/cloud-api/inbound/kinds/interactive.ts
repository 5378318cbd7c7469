import type { ReadKind } from './define.ts';
import { readReply } from './replies/registry.ts';

export const readInteractive: ReadKind<'interactive'> = ({ content }) => ({ content: readReply(content) });
