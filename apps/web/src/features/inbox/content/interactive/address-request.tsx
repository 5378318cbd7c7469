import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { MapPinHouse } from 'lucide-react';
import { useLanguage } from '../../../../lib/i18n.ts';
import { ActionList } from '../parts/action-list.tsx';
import { addressFacts } from '../parts/address-facts.ts';
import { FactTable } from '../parts/fact-table.tsx';
import { countryName } from '../parts/format.ts';
import { Framed } from '../parts/framed.tsx';
import styles from '../parts/parts.module.css';
import type { ContentViewProps } from '../view-props.ts';

export function AddressRequestContent({ content, files }: ContentViewProps<'address_request'>) {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const { country, values = {}, savedAddresses = [], faults = {} } = content;
  return (
    <Framed {...content} files={files}>
      {Object.keys(values).length === 0 ? null : (
        <FactTable caption={t`Filled in beforehand`} facts={addressFacts(values, i18n)} />
      )}
      {addressFacts(faults, i18n).map(({ name, value }) => (
        <p key={name} className={styles.fault}>
          {name}: {value}
        </p>
      ))}
      <ActionList actions={[{ icon: MapPinHouse, label: t`Provide address` }]} />
      <p className={styles.footer}>
        <Trans>Address in {countryName(country, language)}</Trans>
        {savedAddresses.length === 0 ? null : (
          <>
            {' · '}
            <Plural value={savedAddresses.length} one="# saved address" other="# saved addresses" />
          </>
        )}
      </p>
    </Framed>
  );
}
