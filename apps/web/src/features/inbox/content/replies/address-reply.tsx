import { Trans, useLingui } from '@lingui/react/macro';
import { MapPinHouse } from 'lucide-react';
import styles from '../content.module.css';
import { addressFacts } from '../parts/address-facts.ts';
import { FactTable } from '../parts/fact-table.tsx';
import { Origin } from '../parts/origin.tsx';
import type { ContentViewProps } from '../view-props.ts';

export function AddressReplyContent({ content }: ContentViewProps<'address_reply'>) {
  const { t, i18n } = useLingui();
  const facts = addressFacts(content.values, i18n);
  return (
    <div className={styles.wide}>
      <Origin icon={MapPinHouse}>
        {content.savedAddressId === null ? (
          <Trans>Gave an address</Trans>
        ) : (
          <Trans>Chose a saved address ({content.savedAddressId})</Trans>
        )}
      </Origin>
      {facts.length === 0 ? (
        <p className={styles.lines}>{content.body}</p>
      ) : (
        <FactTable caption={t`Address`} facts={facts} />
      )}
    </div>
  );
}
