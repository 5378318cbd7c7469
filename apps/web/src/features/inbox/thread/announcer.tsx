import { useLingui } from '@lingui/react/macro';
import type { Message } from '@renkei/contract';
import { useEffect, useRef, useState } from 'react';
import { contentKindInfo } from '../content/kind-info.ts';
import { previewOf } from '../content/preview-of.ts';

interface AnnouncerProps {
  readonly newest: Message | undefined;
  readonly contactName: string;
}

/** Reads new messages of the customer out, and only those: not the history, not what we have sent. */
export function Announcer({ newest, contactName }: AnnouncerProps) {
  const { t, i18n } = useLingui();
  const [sentence, setSentence] = useState('');
  const lastId = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (newest === undefined || newest.id === lastId.current) return;
    const isFirst = lastId.current === undefined;
    lastId.current = newest.id;
    if (isFirst || newest.direction !== 'inbound') return;
    const said = previewOf(newest) || i18n._(contentKindInfo[newest.content.kind].label);
    setSentence(t`${contactName}: ${said}`);
  }, [newest, contactName, t, i18n]);
  return (
    <div className="visually-hidden" aria-live="polite">
      {sentence}
    </div>
  );
}
