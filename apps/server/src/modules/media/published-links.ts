import * as z from 'zod';
import type { SecretBox } from '#platform/crypto';
import type { Platform } from '#platform/module';

/** What an address of a published file says; nobody but us can make or read one. */
const linkSchema = z.object({
  workspaceId: z.string(),
  sha256: z.string(),
  mimeType: z.string(),
  fileName: z.string(),
  expiresAt: z.coerce.date(),
});
export type PublishedFile = Omit<z.infer<typeof linkSchema>, 'expiresAt'>;

export interface PublishedLinks {
  make(file: PublishedFile): Promise<{ readonly url: string; readonly expiresAt: Date }>;
  /** Undefined: not one of ours, changed, or too old. */
  read(token: string): Promise<PublishedFile | undefined>;
}

/** Long enough for a provider that keeps a message for some hours before it fetches the file. */
const lifeMs = 12 * 60 * 60 * 1000;

/** The token is sealed like a secret of this place, so a token of anything else opens nothing here. */
const place = { workspaceId: 'any', rowId: 'published', column: 'media' };

/** Addresses under which a provider fetches a file of ours without signing in. */
export function createPublishedLinks(needs: {
  readonly clock: Platform['clock'];
  readonly secretBox: SecretBox;
  readonly publicUrl: string;
}): PublishedLinks {
  const { clock, secretBox, publicUrl } = needs;
  return {
    async make(file) {
      const expiresAt = new Date(clock.now().getTime() + lifeMs);
      const token = await secretBox.seal(JSON.stringify({ ...file, expiresAt }), place);
      return { url: `${publicUrl}/v1/published-media/${token}`, expiresAt };
    },
    async read(token) {
      const opened = await secretBox.open(token, place).catch(() => undefined);
      if (opened === undefined) return undefined;
      const { expiresAt, ...file } = linkSchema.parse(JSON.parse(opened));
      return expiresAt > clock.now() ? file : undefined;
    },
  };
}
