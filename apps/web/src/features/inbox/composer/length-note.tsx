import { Trans } from '@lingui/react/macro';
import { contentLimits } from '@renkei/contract';
import styles from './composer.module.css';

const maximumLength = contentLimits.textBody;
const warnFrom = maximumLength - 300;

export function isTooLong(length: number): boolean {
  return length > maximumLength;
}

/** Counts along once a text comes near the limit. */
export function LengthNote({ length }: { readonly length: number }) {
  if (length < warnFrom) return null;
  const isOver = isTooLong(length);
  return (
    <output className={styles.count} data-over={isOver}>
      {length.toLocaleString()} / {maximumLength.toLocaleString()}
      {isOver ? (
        <>
          {' '}
          <Trans>Too long for one message: shorten it or split it in two.</Trans>
        </>
      ) : null}
    </output>
  );
}
