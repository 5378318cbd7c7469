import { detectType } from './detect-type.ts';
import { type FileFacts, nothingKnown } from './file-facts.ts';
import { inspectImage } from './inspect-image.ts';
import { inspectTracks } from './inspect-tracks.ts';

/** What there is to know of a file. One that cannot be read has a type and nothing else. */
export async function inspectFile(path: string, fileName: string | null): Promise<FileFacts> {
  const mimeType = await detectType(path, fileName);
  const inspector = inspectors.find(({ pattern }) => pattern.test(mimeType));
  const facts: FileFacts = { ...nothingKnown, mimeType };
  return inspector ? inspector.inspect(path, facts) : facts;
}

const inspectors: readonly {
  readonly pattern: RegExp;
  readonly inspect: (path: string, facts: FileFacts) => Promise<FileFacts>;
}[] = [
  { pattern: /^image\//, inspect: inspectImage },
  { pattern: /^(audio|video)\//, inspect: inspectTracks },
];
