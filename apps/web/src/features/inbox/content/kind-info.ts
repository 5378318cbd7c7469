import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ContentKind } from '@renkei/contract';
import {
  CircleHelp,
  Contact,
  FileText,
  Image,
  Info,
  LayoutTemplate,
  type LucideIcon,
  MapPin,
  MessageSquare,
  Mic,
  MousePointerClick,
  SmilePlus,
  Sticker,
  Video,
} from 'lucide-react';

interface KindInfo {
  readonly icon: LucideIcon;
  readonly label: MessageDescriptor;
}

/** How a kind of content is called and drawn where it is only mentioned: in the list, in a quote. */
export const contentKindInfo = {
  text: { icon: MessageSquare, label: msg`Text` },
  image: { icon: Image, label: msg`Image` },
  video: { icon: Video, label: msg`Video` },
  audio: { icon: Mic, label: msg`Audio` },
  document: { icon: FileText, label: msg`Document` },
  sticker: { icon: Sticker, label: msg`Sticker` },
  location: { icon: MapPin, label: msg`Location` },
  contacts: { icon: Contact, label: msg`Contact card` },
  reaction: { icon: SmilePlus, label: msg`Reaction` },
  template: { icon: LayoutTemplate, label: msg`Template` },
  interactive_reply: { icon: MousePointerClick, label: msg`Choice` },
  system: { icon: Info, label: msg`Notice` },
  unsupported: { icon: CircleHelp, label: msg`Unsupported message` },
} as const satisfies Record<ContentKind, KindInfo>;
