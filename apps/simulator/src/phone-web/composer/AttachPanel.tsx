import { Contact, FileText, Image, MapPin, Music, Sticker } from 'lucide-react';
import { type ChangeEvent, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { AttachFile } from './AttachFile.tsx';
import { ContactForm } from './ContactForm.tsx';
import { type ChosenFile, chooseFile } from './choose-file.ts';
import styles from './composer.module.css';
import { LocationForm } from './LocationForm.tsx';
import { StickerSheet } from './StickerSheet.tsx';

type AttachPanelProps = Readonly<{
  contextId: string | undefined;
  onFile: (file: ChosenFile) => void;
  /** The panel is no longer needed. */
  onDone: () => void;
  /** Something left the panel as a message of its own. */
  onSent: () => void;
}>;

export function AttachPanel({ contextId, onFile, onDone, onSent }: AttachPanelProps) {
  const text = useText();
  const [form, setForm] = useState<'sticker' | 'location' | 'contact'>();

  const take = async (file: File | undefined, asDocument: boolean) => {
    if (!file) return;
    onFile(await chooseFile(file, asDocument));
    onDone();
  };
  const takeMedia = (event: ChangeEvent<HTMLInputElement>) => void take(event.target.files?.[0], false);
  const takeDocument = (event: ChangeEvent<HTMLInputElement>) => void take(event.target.files?.[0], true);
  const formProps = { contextId, onSent, onClose: onDone };

  return (
    <div className={styles.attach}>
      <AttachFile
        icon={Image}
        label={text.attach.photo}
        accept="image/*,video/mp4,video/3gpp"
        onChange={takeMedia}
      />
      <AttachFile icon={FileText} label={text.attach.document} onChange={takeDocument} />
      <AttachFile icon={Music} label={text.attach.audio} accept="audio/*" onChange={takeMedia} />
      <button type="button" onClick={() => setForm('sticker')}>
        <Sticker size={22} aria-hidden="true" />
        {text.attach.sticker}
      </button>
      <button type="button" onClick={() => setForm('location')}>
        <MapPin size={22} aria-hidden="true" />
        {text.attach.location}
      </button>
      <button type="button" onClick={() => setForm('contact')}>
        <Contact size={22} aria-hidden="true" />
        {text.attach.contact}
      </button>
      {form === 'sticker' && <StickerSheet {...formProps} />}
      {form === 'location' && <LocationForm {...formProps} />}
      {form === 'contact' && <ContactForm {...formProps} />}
    </div>
  );
}
