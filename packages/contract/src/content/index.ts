/** The canonical content of a message: a registry, one entry per kind. */
import * as z from 'zod';
import { contactsContent } from './contacts.ts';
import { interactiveReplyContent } from './interactive-reply.ts';
import { locationContent } from './location.ts';
import { audioContent, documentContent, imageContent, stickerContent, videoContent } from './media.ts';
import { reactionContent } from './reaction.ts';
import { systemContent } from './system.ts';
import { templateContent } from './template.ts';
import { textContent } from './text.ts';
import { unsupportedContent } from './unsupported.ts';

export const contentSchemas = {
  text: textContent,
  image: imageContent,
  video: videoContent,
  audio: audioContent,
  document: documentContent,
  sticker: stickerContent,
  location: locationContent,
  contacts: contactsContent,
  reaction: reactionContent,
  template: templateContent,
  interactive_reply: interactiveReplyContent,
  system: systemContent,
  unsupported: unsupportedContent,
} as const;

export type ContentKind = keyof typeof contentSchemas;
export const contentKinds = Object.keys(contentSchemas) as readonly ContentKind[];

export const contentSchema = z.discriminatedUnion('kind', [
  textContent,
  imageContent,
  videoContent,
  audioContent,
  documentContent,
  stickerContent,
  locationContent,
  contactsContent,
  reactionContent,
  templateContent,
  interactiveReplyContent,
  systemContent,
  unsupportedContent,
]);
export type Content = z.infer<typeof contentSchema>;
export type ContentOf<Kind extends ContentKind> = z.infer<(typeof contentSchemas)[Kind]>;

/** What a member may send. */
export const sendableContentSchema = z.discriminatedUnion('kind', [
  textContent,
  imageContent,
  videoContent,
  audioContent,
  documentContent,
  stickerContent,
  locationContent,
  contactsContent,
  reactionContent,
  templateContent,
]);
export type SendableContent = z.infer<typeof sendableContentSchema>;
export type SendableContentInput = z.input<typeof sendableContentSchema>;

export const mediaContentKinds = ['image', 'video', 'audio', 'document', 'sticker'] as const;
export const mediaContentKindSchema = z.enum(mediaContentKinds);
export type MediaContentKind = (typeof mediaContentKinds)[number];
export { renderedTemplate } from './template.ts';
