import {
  Contact,
  type LucideIcon,
  MapPin,
  Megaphone,
  MessageSquareDashed,
  Sticker,
  Store,
} from 'lucide-react';
import { type ComponentType, lazy } from 'react';
import type { Dictionary } from '../../i18n/en.ts';
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
  { name: 'sticker', icon: Sticker, Form: lazy(() => import('./StickerSheet.tsx')) },
  { name: 'location', icon: MapPin, Form: lazy(() => import('./LocationForm.tsx')) },
  { name: 'contact', icon: Contact, Form: lazy(() => import('./ContactForm.tsx')) },
  { name: 'catalog', isCustomers: true, icon: Store, Form: lazy(() => import('./CatalogForm.tsx')) },
  {
    name: 'advertisement',
    isCustomers: true,
    icon: Megaphone,
    Form: lazy(() => import('./AdvertisementForm.tsx')),
  },
  {
    name: 'unsupported',
    isCustomers: true,
    icon: MessageSquareDashed,
    Form: lazy(() => import('./UnsupportedForm.tsx')),
  },
];
