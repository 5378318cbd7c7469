import { FileText, Image, Music } from 'lucide-react';
import { type ChangeEvent, Suspense, useState } from 'react';
import { useSide } from '../app/side.ts';
import { useText } from '../i18n/language.ts';
import { AttachFile } from './AttachFile.tsx';
import { type ChosenFile, chooseFile } from './choose-file.ts';
import styles from './composer.module.css';
import { attachForms } from './forms/registry.ts';

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
  const side = useSide();
  const forms = attachForms.filter(({ isCustomers }) => side === 'customer' || !isCustomers);
  const [openName, setOpenName] = useState<string>();
  const open = forms.find(({ name }) => name === openName);

  const take = async (file: File | undefined, asDocument: boolean) => {
    if (!file) return;
    onFile(await chooseFile(file, asDocument));
    onDone();
  };
  const takeMedia = (event: ChangeEvent<HTMLInputElement>) => void take(event.target.files?.[0], false);
  const takeDocument = (event: ChangeEvent<HTMLInputElement>) => void take(event.target.files?.[0], true);

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
      {forms.map(({ name, icon: Icon }) => (
        <button key={name} type="button" onClick={() => setOpenName(name)}>
          <Icon size={22} aria-hidden="true" />
          {text.attach[name]}
        </button>
      ))}
      {open && (
        <Suspense fallback={null}>
          <open.Form contextId={contextId} onSent={onSent} onClose={onDone} />
        </Suspense>
      )}
    </div>
  );
}
