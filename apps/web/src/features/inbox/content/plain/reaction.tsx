import { Trans } from '@lingui/react/macro';
import type { ContentViewProps } from '../view-props.ts';

/** Stands alone only when the message it is about is not known; else it hangs on that message. */
export function ReactionContent({ content }: ContentViewProps<'reaction'>) {
  return content.emoji === null ? (
    <Trans>Removed a reaction</Trans>
  ) : (
    <Trans>Reacted with {content.emoji} to an earlier message</Trans>
  );
}
