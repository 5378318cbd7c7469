import type { Simulation } from '../../simulation.ts';
import type { OutboundState } from '../messages/messages.ts';
import { describeFile } from './describe-file.ts';
import { detectMimeType } from './detect-mime-type.ts';
import { isSendable } from './is-sendable.ts';

const timeoutMs = 10_000;
const linkLifeMs = 30 * 24 * 60 * 60 * 1000;

/** Fetches the media of a `link` send as Meta does on sending. False when one cannot be had (131053). */
export async function fetchLinks(
  simulation: Simulation,
  { message, linkMedia }: OutboundState,
): Promise<boolean> {
  for (const { kind, link } of message.links) {
    if (linkMedia.has(link)) continue;
    const file = await download(link);
    if (!file) return false;
    const described = describeFile(simulation.media, file.bytes, file.mimeType);
    if (!isSendable(kind, described)) return false;
    const media = {
      id: simulation.random.digits(16),
      phoneNumberId: message.phoneNumberId,
      ...described,
      origin: 'link',
      expiresAt: simulation.clock.now() + linkLifeMs,
    } as const;
    simulation.commit({ kind: 'link-fetched', messageId: message.id, link, media });
  }
  return true;
}

async function download(link: string) {
  try {
    const response = await fetch(link, { signal: AbortSignal.timeout(timeoutMs) });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok || bytes.length === 0) return undefined;
    const declared = response.headers.get('content-type')?.split(';')[0];
    const detected = await detectMimeType(bytes);
    return { bytes, mimeType: detected[0] ?? declared ?? 'application/octet-stream' };
  } catch {
    // Whatever the reason, Meta only says that the media could not be had.
    return undefined;
  }
}
