import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Message } from '@renkei/contract';
import { ProblemCard } from '../../../../ui/problem-card.tsx';
import { ContentView } from '../../content/content-view.tsx';
import { contentEntry } from '../../content/registry.ts';
import { filesOf } from '../../content/view-props.ts';
import { type PendingSend, removePendingSend } from '../../data/pending-sends.ts';
import { useRetrySend } from '../../data/use-send.ts';
import { MessageMeta } from './message-meta.tsx';
import problemStyles from './message-problem.module.css';
import styles from './message-row.module.css';
import { Quote } from './quote.tsx';

interface PendingRowProps {
  readonly send: PendingSend;
  readonly message: Message;
}

/** A message that the server has not taken yet, or has refused. */
export function PendingRow({ send, message }: PendingRowProps) {
  const retry = useRetrySend();
  const { frame } = contentEntry(message.content);
  return (
    <article className={styles.row} data-side="out">
      <div className={styles.line}>
        <div className={styles.bubble} data-frame={frame}>
          {message.replyTo === null ? null : (
            <Quote replyTo={message.replyTo} contactName="" onJump={() => {}} />
          )}
          <ContentView content={message.content} files={filesOf(message)} />
          <MessageMeta message={send.problem === null ? message : { ...message, state: 'failed' }} />
        </div>
      </div>
      {send.problem === null ? null : (
        <div className={problemStyles.root}>
          <ProblemCard problem={send.problem}>
            <Button size="compact-sm" variant="default" onClick={() => retry(send)}>
              <Trans>Try again</Trans>
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => removePendingSend(send.key)}
            >
              <Trans>Discard</Trans>
            </Button>
          </ProblemCard>
        </div>
      )}
    </article>
  );
}
