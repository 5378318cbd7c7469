import { MapPin } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useChat } from '../../chat/chat-context.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from '../composer.module.css';
import type { AttachFormProps } from './attach-form.ts';

export function LocationForm({ contextId, onClose, onSent }: AttachFormProps) {
  const text = useText();
  const { send } = useChat();
  const [error, setError] = useState<string>();

  const sendPlace = (content: Readonly<Record<string, unknown>>) => {
    send({ type: 'location', content, contextId });
    onSent?.();
    onClose();
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const latitude = readDegrees(readField(form, 'latitude'), 90);
    const longitude = readDegrees(readField(form, 'longitude'), 180);
    if (latitude === undefined || longitude === undefined) {
      setError(text.location.invalid);
      return;
    }
    const name = readField(form, 'name');
    sendPlace({ latitude, longitude, ...(name && { name }) });
  };

  return (
    <Sheet title={text.location.title} onClose={onClose}>
      <ul className={styles.places} aria-label={text.location.places}>
        {text.location.presets.map((place) => (
          <li key={place.name}>
            <button type="button" onClick={() => sendPlace(place)}>
              <MapPin size={18} aria-hidden="true" />
              <span>
                {place.name}
                <small>{place.address}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className={styles.form} noValidate>
        <div className={styles.pair}>
          <Field
            label={text.location.latitude}
            name="latitude"
            inputMode="decimal"
            defaultValue="35.658584"
          />
          <Field
            label={text.location.longitude}
            name="longitude"
            inputMode="decimal"
            defaultValue="139.745433"
          />
        </div>
        <Field label={text.location.name} name="name" error={error} />
        <Button tone="accent" type="submit">
          {text.sheet.send}
        </Button>
      </form>
    </Sheet>
  );
}

function readDegrees(text: string, limit: number): number | undefined {
  if (text === '') return undefined;
  const degrees = Number(text);
  return Math.abs(degrees) <= limit ? degrees : undefined;
}
