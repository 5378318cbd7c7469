import type { LucideIcon } from 'lucide-react';
import type { ChangeEvent } from 'react';

type AttachFileProps = Readonly<{
  icon: LucideIcon;
  label: string;
  accept?: string;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}>;

export function AttachFile({ icon: Icon, label, accept, onChange }: AttachFileProps) {
  return (
    <label>
      <Icon size={22} aria-hidden="true" />
      {label}
      <input type="file" className="visually-hidden" accept={accept} onChange={onChange} />
    </label>
  );
}
