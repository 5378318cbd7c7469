import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { useSend } from '../data/use-send.ts';

interface LocationDialogProps {
  readonly conversationId: string;
  readonly onClose: () => void;
}

interface Values {
  readonly latitude: number | string;
  readonly longitude: number | string;
  readonly name: string;
  readonly address: string;
}

export function LocationDialog({ conversationId, onClose }: LocationDialogProps) {
  const { t } = useLingui();
  const send = useSend(conversationId);
  const [isDenied, setIsDenied] = useState(false);
  const form = useForm<Values>({
    initialValues: { latitude: '', longitude: '', name: '', address: '' },
    validate: {
      latitude: (value) => (isWithin(value, 90) ? null : t`A number from −90 to 90`),
      longitude: (value) => (isWithin(value, 180) ? null : t`A number from −180 to 180`),
    },
  });
  const useOwnPosition = () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => form.setValues({ latitude: coords.latitude, longitude: coords.longitude }),
      () => setIsDenied(true),
    );
  };
  const submit = form.onSubmit(({ latitude, longitude, name, address }) => {
    send({
      content: {
        kind: 'location',
        latitude: Number(latitude),
        longitude: Number(longitude),
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        ...(address.trim() === '' ? {} : { address: address.trim() }),
      },
    });
    onClose();
  });
  return (
    <Dialog onClose={onClose} title={<Trans>Send a location</Trans>}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group grow align="flex-start">
            <NumberInput
              label={t`Latitude`}
              placeholder="35.68124"
              decimalScale={7}
              hideControls
              data-autofocus
              {...form.getInputProps('latitude')}
            />
            <NumberInput
              label={t`Longitude`}
              placeholder="139.76712"
              decimalScale={7}
              hideControls
              {...form.getInputProps('longitude')}
            />
          </Group>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<LocateFixed size={15} aria-hidden />}
            onClick={useOwnPosition}
          >
            {isDenied ? (
              <Trans>The browser did not share the position</Trans>
            ) : (
              <Trans>Use my position</Trans>
            )}
          </Button>
          <TextInput
            label={t`Name of the place (optional)`}
            maxLength={1000}
            {...form.getInputProps('name')}
          />
          <TextInput label={t`Address (optional)`} maxLength={1000} {...form.getInputProps('address')} />
          <Button type="submit">
            <Trans>Send</Trans>
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}

function isWithin(value: number | string, limit: number): boolean {
  return value !== '' && Math.abs(Number(value)) <= limit;
}
