import { FileText, Film, Image, Music, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { ChosenFile } from './choose-file.ts';
import styles from './composer.module.css';

const ICONS = { image: Image, video: Film, audio: Music, document: FileText } satisfies Record<
  ChosenFile['type'],
  unknown
>;

export function FilePreview({ file, onRemove }: { file: ChosenFile; onRemove: () => void }) {
  const text = useText();
  const [url, setUrl] = useState<string>();
  const Icon = ICONS[file.type];

  useEffect(() => {
    if (file.type !== 'image') return;
    const created = URL.createObjectURL(file.blob);
    setUrl(created);
    return () => URL.revokeObjectURL(created);
  }, [file]);

  return (
    <div className={styles.preview}>
      {url ? <img src={url} alt="" /> : <Icon size={24} aria-hidden="true" />}
      <span>{file.filename}</span>
      <IconButton icon={X} label={text.composer.removeFile} onClick={onRemove} />
    </div>
  );
}
