import { useLingui } from '@lingui/react/macro';
import type { Message } from '@renkei/contract';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { previewOf } from '../content/preview-of.ts';
import { useMention } from '../content/use-mention.ts';

interface AnnouncerProps {
  readonly newest: Message | undefined;
  readonly contactName: string;
}

/** Reads new messages of the customer out, and only those: not the history, not what we have sent. */
export function Announcer({ newest, contactName }: AnnouncerProps) {
  const { t } = useLingui();
  const mention = useMention();
  const [sentence, setSentence] = useState('');
  const lastId = useRef<string | undefined>(undefined);
  const announce = useEffectEvent((message: Message) => {
    const author = message.participant?.name ?? contactName;
    const said = mention(message.content.kind, previewOf(message));
    setSentence(t`${author}: ${said}`);
  });
  useEffect(() => {
    if (newest === undefined || newest.id === lastId.current) return;
    const isFirst = lastId.current === undefined;
    lastId.current = newest.id;
    if (isFirst || newest.direction !== 'inbound') return;
    announce(newest);
  }, [newest]);
  return (
    <div className="visually-hidden" aria-live="polite">
      {sentence}
    </div>
  );
}
