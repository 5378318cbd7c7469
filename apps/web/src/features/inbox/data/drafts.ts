import { type Media, type MediaContentKind, mediaContentKindSchema, mediaSchema } from '@renkei/contract';
import * as z from 'zod';
import { readPreference, writePreference } from '../../../lib/preferences.ts';

/** What somebody has begun to write stays, per conversation, until it is sent. */
export function readDraft(conversationId: string): string {
  return readPreference(keyOf(conversationId)) ?? '';
}

export function writeDraft(conversationId: string, text: string): void {
  writePreference(keyOf(conversationId), text === '' ? null : text);
}

/** What stands in a form, as its field has left it; undefined when nothing has been begun. */
export function readFormDraft(conversationId: string, form: string): unknown {
  return parse(readPreference(keyOf(conversationId, `form-${form}`)));
}

export function writeFormDraft(conversationId: string, form: string, value: unknown): void {
  const text = value === undefined ? null : JSON.stringify(value);
  writePreference(keyOf(conversationId, `form-${form}`), text);
}

/** A file that has been uploaded and not yet sent. */
export interface FileDraft {
  readonly kind: MediaContentKind;
  readonly media: Media;
  readonly fileName: string;
}

export function readFileDrafts(conversationId: string): readonly FileDraft[] {
  return fileDraftsSchema.parse(parse(readPreference(keyOf(conversationId, 'files'))));
}

export function writeFileDrafts(conversationId: string, files: readonly FileDraft[]): void {
  writePreference(keyOf(conversationId, 'files'), files.length === 0 ? null : JSON.stringify(files));
}

const fileDraftsSchema = z
  .array(z.object({ kind: mediaContentKindSchema, media: mediaSchema, fileName: z.string() }))
  .catch([]);

/** Nothing, where nothing was stored, or nothing that can be read. */
function parse(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function keyOf(conversationId: string, part?: string): string {
  return part === undefined ? `renkei-draft-${conversationId}` : `renkei-draft-${conversationId}-${part}`;
}
