import type { Content, ContentKind } from '@renkei/contract';
import type { ComponentType } from 'react';
import { AudioContent } from './audio.tsx';
import { ContactsContent } from './contacts.tsx';
import { DocumentContent } from './document.tsx';
import { ImageContent } from './image.tsx';
import { InteractiveReplyContent } from './interactive-reply.tsx';
import { LocationContent } from './location.tsx';
import { ReactionContent } from './reaction.tsx';
import { StickerContent } from './sticker.tsx';
import { SystemContent } from './system.tsx';
import { TemplateContent } from './template.tsx';
import { TextContent } from './text.tsx';
import { UnsupportedContent } from './unsupported.tsx';
import { VideoContent } from './video.tsx';
import type { ContentViewProps } from './view-props.ts';

interface ContentEntry<Kind extends ContentKind> {
  readonly view: ComponentType<ContentViewProps<Kind>>;
  /** `bubble` for what people say, `bare` for what has its own shape, `notice` for what happened. */
  readonly frame: 'bubble' | 'bare' | 'notice';
}

/** How each kind of content is shown in a thread. A new kind is one file and one line here. */
export const contentRegistry: { readonly [Kind in ContentKind]: ContentEntry<Kind> } = {
  text: { view: TextContent, frame: 'bubble' },
  image: { view: ImageContent, frame: 'bubble' },
  video: { view: VideoContent, frame: 'bubble' },
  audio: { view: AudioContent, frame: 'bubble' },
  document: { view: DocumentContent, frame: 'bubble' },
  sticker: { view: StickerContent, frame: 'bare' },
  location: { view: LocationContent, frame: 'bubble' },
  contacts: { view: ContactsContent, frame: 'bubble' },
  reaction: { view: ReactionContent, frame: 'notice' },
  template: { view: TemplateContent, frame: 'bubble' },
  interactive_reply: { view: InteractiveReplyContent, frame: 'bubble' },
  system: { view: SystemContent, frame: 'notice' },
  unsupported: { view: UnsupportedContent, frame: 'bubble' },
};

export function contentEntry(content: Content): ContentEntry<ContentKind> {
  // Looked up by the kind of the very content it will be given; the compiler loses that across the union.
  return contentRegistry[content.kind] as ContentEntry<ContentKind>;
}
