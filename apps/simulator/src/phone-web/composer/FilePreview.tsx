import { FileText, Film, Image, Music, X } from 'lucide-react';
import { useCallback } from 'react';
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
  const Icon = ICONS[file.type];

  const showPicture = useCallback(
    (element: HTMLImageElement) => {
      const url = URL.createObjectURL(file.blob);
      element.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [file],
  );

  return (
    <div className={styles.preview}>
      {file.type === 'image' ? <img ref={showPicture} alt="" /> : <Icon size={24} aria-hidden="true" />}
      <span>{file.filename}</span>
      <IconButton icon={X} label={text.composer.removeFile} onClick={onRemove} />
    </div>
  );
}
