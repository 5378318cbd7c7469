/** Files that nobody reads or changes without the key, of any size, with flat memory. */
export { ByteReader } from './byte-reader.ts';
export {
  createFileKey,
  type FileKey,
  findFileKey,
  type KeyDescription,
  keyDescriptionSchema,
  type Secret,
} from './keys.ts';
export { NotSealed, readSealed, type SealedFile, seal } from './seal.ts';
