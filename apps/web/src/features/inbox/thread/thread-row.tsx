import type { Message } from '@renkei/contract';
import { DaySeparator } from './day-separator.tsx';
import { MessageRow } from './message/message-row.tsx';
import { PendingRow } from './message/pending-row.tsx';
import type { ThreadEntry } from './thread-entries.ts';

interface ThreadRowProps {
  readonly entry: ThreadEntry;
  readonly isMarked: boolean;
  readonly contactName: string;
  readonly onReply: (message: Message) => void;
  readonly onJump: (messageId: string) => void;
}

export function ThreadRow({ entry, ...rest }: ThreadRowProps) {
  if (entry.kind === 'day') return <DaySeparator instant={entry.instant} />;
  if (entry.kind === 'pending') return <PendingRow send={entry.send} message={entry.message} />;
  return <MessageRow message={entry.message} isContinued={entry.isContinued} {...rest} />;
}
