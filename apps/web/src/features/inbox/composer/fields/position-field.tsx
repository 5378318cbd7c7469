import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import type { ErasedFieldProps, Field } from './field.ts';
import styles from './fields.module.css';
import { groupField } from './group-field.tsx';
import { numberField } from './number-field.tsx';

/** Latitude and longitude, typed or taken from where the browser is. */
export function positionField(): Field<{ readonly latitude: number; readonly longitude: number }> {
  return { ...coordinates, View: (props) => <PositionView {...props} /> };
}

const coordinates = groupField(
  {
    latitude: numberField({
      label: msg`Latitude`,
      placeholder: '35.68124',
      min: -90,
      max: 90,
      decimals: 7,
    }),
    longitude: numberField({
      label: msg`Longitude`,
      placeholder: '139.76712',
      min: -180,
      max: 180,
      decimals: 7,
    }),
  },
  { isInline: true },
);

function PositionView(props: ErasedFieldProps) {
  const [isDenied, setIsDenied] = useState(false);
  const takeOwnPosition = () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => props.onChange({ latitude, longitude }),
      () => setIsDenied(true),
    );
  };
  return (
    <div className={styles.variant}>
      <coordinates.View {...props} />
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<LocateFixed size={15} aria-hidden />}
        onClick={takeOwnPosition}
      >
        {isDenied ? <Trans>The browser did not share the position</Trans> : <Trans>Use my position</Trans>}
      </Button>
    </div>
  );
}
