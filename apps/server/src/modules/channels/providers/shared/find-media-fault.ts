import { checkMedia } from '@renkei/graph-api';
import type { MediaFault, Provider } from '../../port.ts';

/** What WhatsApp itself takes, whoever passes it on. */
export function findMediaFault(file: Parameters<Provider['findMediaFault']>[0]): MediaFault | undefined {
  const check = checkMedia(file);
  if (check.ok) return undefined;
  return check.reason === 'mime_type_not_allowed'
    ? { reason: 'type', allowed: check.allowed }
    : { reason: 'size', maxBytes: check.maxBytes };
}
