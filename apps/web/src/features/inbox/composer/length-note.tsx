import { Trans } from '@lingui/react/macro';
import styles from './composer.module.css';

/** Source: Meta, Cloud API, text messages: body 1 to 4,096 characters (2026-05-21). */
export const maximumLength = 4096;
const warnFrom = 3800;

/** Counts along once a text comes near the limit. */
export function LengthNote({ length }: { readonly length: number }) {
  if (length < warnFrom) return null;
  const isTooLong = length > maximumLength;
  return (
    <output className={styles.count} data-over={isTooLong}>
      {length.toLocaleString()} / {maximumLength.toLocaleString()}
      {isTooLong ? (
        <>
          {' '}
          <Trans>Too long for one message: shorten it or split it in two.</Trans>
        </>
      ) : null}
    </output>
  );
}
