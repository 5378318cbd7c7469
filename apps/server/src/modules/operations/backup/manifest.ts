import * as z from 'zod';
import { keyDescriptionSchema } from '#platform/sealed-file';

/** The open part of a backup: enough to know which key opens it and which release can restore it. */
export const backupHeaderSchema = z.object({
  /** Of this format. A reader refuses what it does not know. */
  format: z.literal(1),
  id: z.uuid(),
  takenAt: z.iso.datetime(),
  /** `database`: without the files of messages, which stay where they are. */
  contents: z.enum(['everything', 'database']),
  /** The migrations its tables have been through, in order. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).readonly(),
  /** Which master key opens the channels' secrets in it; see `keyIdOf`. */
  masterKeyId: z.string().nullable(),
  key: keyDescriptionSchema,
});
export type BackupHeader = z.infer<typeof backupHeaderSchema>;

const tableSchema = z.object({
  type: z.literal('table'),
  /** With its schema, quoted where SQL wants it. */
  name: z.string(),
  columns: z.array(z.string()).readonly(),
});
const blobSchema = z.object({ type: z.literal('blob'), workspaceId: z.uuid(), sha256: z.string() });
const sequencesSchema = z.object({
  type: z.literal('sequences'),
  /** Name → the last value given out, as text: a bigint. */
  values: z.record(z.string(), z.string()),
});
/** Days (`2026-11-22`) that raw events have a partition of their own for. */
const partitionsSchema = z.object({ type: z.literal('partitions'), days: z.array(z.iso.date()).readonly() });

/** What an entry of the sealed part begins with. */
export const entrySchema = z.discriminatedUnion('type', [
  tableSchema,
  blobSchema,
  sequencesSchema,
  partitionsSchema,
]);
export type Entry = z.infer<typeof entrySchema>;
export type TableEntry = z.infer<typeof tableSchema>;

/** What its table looked like in the snapshot; what a restored one is compared with. */
export const tableFiguresSchema = z.object({ rows: z.int(), checksum: z.string() });
export type TableFigures = z.infer<typeof tableFiguresSchema>;

/** The last word of a backup: a file without it is not whole. */
export const closingSchema = z.object({
  tables: z.int(),
  rows: z.int(),
  files: z.int(),
  fileBytes: z.int(),
  /** Files that messages name and the store does not have. */
  missingFiles: z.array(z.string()).readonly(),
});
export type Closing = z.infer<typeof closingSchema>;
