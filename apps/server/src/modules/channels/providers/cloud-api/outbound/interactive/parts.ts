/** What interactive messages share: `{type, header?, body?, footer?, action}`. */
import type { ContentOf, Header } from '@renkei/contract';
import type { ProviderReferences } from '../../../../port.ts';
import type { FieldNames } from '../content-path.ts';
import { given, givenText, mediaSource } from '../outbound.ts';

interface Framed {
  readonly header?: Header | undefined;
  readonly body?: string | undefined;
  readonly footer?: string | undefined;
}

/** Header, body and footer, as far as they are there. */
export function frame({ header, body, footer }: Framed, references: ProviderReferences) {
  return {
    ...given('header', header && toWireHeader(header, references)),
    ...given('body', body === undefined ? undefined : { text: body }),
    ...given('footer', footer === undefined ? undefined : { text: footer }),
  };
}

export const frameFields: FieldNames = {
  'interactive.header': 'header',
  'interactive.header.image': 'header.mediaId',
  'interactive.header.video': 'header.mediaId',
  'interactive.header.document': 'header.mediaId',
  'interactive.header.document.filename': 'header.fileName',
  'interactive.body': 'body',
  'interactive.body.text': 'body',
  'interactive.footer.text': 'footer',
};

function toWireHeader(header: Header, references: ProviderReferences) {
  if (header.type === 'text') return { type: 'text', text: header.text };
  return { type: header.type, [header.type]: toWireFile(header, references) };
}

/** A file in a header: of a message, a card or a template. */
export function toWireFile(
  file: { readonly mediaId: string; readonly fileName?: string | undefined },
  references: ProviderReferences,
) {
  return { ...mediaSource(file.mediaId, references), ...givenText('filename', file.fileName) };
}

export function toWireLink({ label, url }: ContentOf<'link_button'>['link']) {
  return { name: 'cta_url', parameters: { display_text: label, url } };
}
