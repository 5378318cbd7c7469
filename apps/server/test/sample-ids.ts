import type { MediaContentKind } from '@renkei/contract';

/** What the samples of content point at. */
export interface SampleIds {
  /** Our ids of files of each kind. */
  readonly media: { readonly [Kind in MediaContentKind]: string };
  /** Ours, of a message of the customer. */
  readonly targetMessageId: string;
  /** A published Flow of the account. */
  readonly flow: { readonly id: string; readonly name: string };
}
