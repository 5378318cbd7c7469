/** Whether a store of files says that there are no such bytes, rather than that it cannot be reached. */
export function isMissingFile(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === 'ENOENT') return true;
  return error.name === 'NoSuchKey' || error.name === 'NotFound';
}
