import { type FormEvent, useState } from 'react';
import { useChat } from '../../chat/chat-context.ts';
import { useText } from '../../i18n/language.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { readField } from '../../ui/read-field.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from '../composer.module.css';
import type { AttachFormProps } from './attach-form.ts';

/** The first message of somebody who pressed an advertisement or a post. */
export function AdvertisementForm({ onClose, onSent }: AttachFormProps) {
  const text = useText();
  const { api, waId, send } = useChat();
  const [problem, setProblem] = useState<string>();
  const words = text.advertisement;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const picture = form.get('picture');
    try {
      const uploaded =
        picture instanceof File && picture.size > 0
          ? await api.uploadMedia(waId, picture, picture.name)
          : undefined;
      const referral = {
        sourceType: readField(form, 'source'),
        headline: readField(form, 'headline'),
        body: readField(form, 'body'),
        ...(uploaded && { mediaId: uploaded.mediaId }),
      };
      send({ type: 'text', content: { body: readField(form, 'message') }, marks: { referral } });
      onSent?.();
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : text.problems.refused);
    }
  };

  return (
    <Sheet title={words.title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className={styles.form}>
        <SelectField label={words.source} name="source">
          <option value="ad">{words.ad}</option>
          <option value="post">{words.post}</option>
        </SelectField>
        <Field label={words.headline} name="headline" required defaultValue={words.samples.headline} />
        <Field label={words.body} name="body" />
        <Field label={words.picture} name="picture" type="file" accept="image/*" error={problem} />
        <Field label={words.message} name="message" required defaultValue={words.samples.message} />
        <Button tone="accent" type="submit">
          {text.sheet.send}
        </Button>
      </form>
    </Sheet>
  );
}
