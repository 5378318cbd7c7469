import {
  Contact,
  type LucideIcon,
  MapPin,
  Megaphone,
  MessageSquareDashed,
  Sticker,
  Store,
} from 'lucide-react';
import { type ComponentType } from 'react';
import type { Dictionary } from '../../i18n/en.ts';
import { loadLater } from '../../ui/load-later.ts';
import type { AttachFormProps } from './attach-form.ts';

type AttachForm = Readonly<{
  name: keyof Dictionary['attach'];
  icon: LucideIcon;
  Form: ComponentType<AttachFormProps>;
  /** Only a customer can send it. */
  isCustomers?: true;
}>;

/** What can be sent beside text, files and voice; each form is loaded when it is first opened. */
export const attachForms: readonly AttachForm[] = [
  {
    name: 'sticker',
    icon: Sticker,
    Form: loadLater(async () => (await import('./StickerSheet.tsx')).StickerSheet),
  },
  {
    name: 'location',
    icon: MapPin,
    Form: loadLater(async () => (await import('./LocationForm.tsx')).LocationForm),
  },
  {
    name: 'contact',
    icon: Contact,
    Form: loadLater(async () => (await import('./ContactForm.tsx')).ContactForm),
  },
  {
    name: 'catalog',
    isCustomers: true,
    icon: Store,
    Form: loadLater(async () => (await import('./CatalogForm.tsx')).CatalogForm),
  },
  {
    name: 'advertisement',
    isCustomers: true,
    icon: Megaphone,
    Form: loadLater(async () => (await import('./AdvertisementForm.tsx')).AdvertisementForm),
  },
  {
    name: 'unsupported',
    isCustomers: true,
    icon: MessageSquareDashed,
    Form: loadLater(async () => (await import('./UnsupportedForm.tsx')).UnsupportedForm),
  },
];
