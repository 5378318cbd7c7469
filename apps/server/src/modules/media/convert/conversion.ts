import type { ConversionReason, MediaContentKind } from '@renkei/contract';
import type { FileFacts } from '../inspect/file-facts.ts';
import type { Ffmpeg } from './ffmpeg.ts';

/** A file that somebody wants to send as `kind`. */
export interface Source {
  readonly kind: MediaContentKind;
  readonly path: string;
  readonly sizeBytes: number;
  readonly facts: FileFacts;
  /** It is to be sent as a voice note. */
  readonly voice: boolean;
}

export interface Tools {
  /** Undefined: there is none on this machine. */
  readonly ffmpeg: Ffmpeg | undefined;
  /** A path in a folder of its own, which is removed afterwards. */
  readonly target: (ending: string) => string;
}

export interface Conversion {
  /** Where the result is; the source stays as it was. */
  readonly path: string;
  /** The ending that its name should have. */
  readonly ending: string;
  readonly reasons: readonly ConversionReason[];
}

/** Makes of a file what WhatsApp takes; undefined: it stays as it is. Throws `RenkeiError` when it cannot be done. */
export type Converter = (source: Source, tools: Tools) => Promise<Conversion | undefined>;

/**
 * Whether Meta counts 1,000 or 1,024 is not known, so what we make stays 5 % below a limit.
 * (Meta, "Media", 2026-11)
 */
export function safely(maxBytes: number): number {
  return Math.floor(maxBytes * 0.95);
}
