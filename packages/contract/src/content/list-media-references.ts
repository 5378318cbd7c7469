import type { Content, MediaContentKind } from './registry.ts';

/** A file that content names, and the kind it is shown as there. */
export interface MediaReference {
  readonly mediaId: string;
  readonly kind: MediaContentKind;
}

/** Every file that content names: the message itself, its header, the headers of its cards. Each once, in order. */
export function listMediaReferences(content: Content): readonly MediaReference[] {
  const found = holdersOf(content).flatMap((holder): readonly MediaReference[] => {
    if (holder === undefined || !('mediaId' in holder)) return [];
    return [{ mediaId: holder.mediaId, kind: kindOf('kind' in holder ? holder.kind : holder.type) }];
  });
  return [...new Map(found.map((reference) => [reference.mediaId, reference])).values()];
}

type Holder =
  | { readonly kind: MediaContentKind; readonly mediaId: string }
  | { readonly type: MediaContentKind | 'gif'; readonly mediaId: string }
  | { readonly type: string };

function holdersOf(content: Content): readonly (Holder | undefined)[] {
  if ('mediaId' in content) return [content];
  const header: Holder | undefined =
    'header' in content && typeof content.header === 'object' ? content.header : undefined;
  const cards = 'cards' in content && content.kind !== 'contacts' ? (content.cards ?? []) : [];
  return [header, ...cards.map((card): Holder | undefined => card.header)];
}

/** A GIF is a silent video on the wire. */
function kindOf(type: MediaContentKind | 'gif'): MediaContentKind {
  return type === 'gif' ? 'video' : type;
}
