import { useLingui } from '@lingui/react/macro';
import type { ContentKind } from '@renkei/contract';
import { plainText } from '../rich-text/plain-text.ts';
import { contentKindInfo } from './kind-info.ts';

/** Their first words are the provider's, in its language, or none that a reader knows: the name of the kind says more. */
const wordless: ReadonlySet<ContentKind> = new Set(['flow_reply', 'payment_method_reply', 'system']);

/** How a message is mentioned in one line: by its first words, else by its kind. */
export function useMention(): (kind: ContentKind, preview: string | null) => string {
  const { i18n } = useLingui();
  return (kind, preview) => {
    const words = wordless.has(kind) ? '' : plainText(preview ?? '');
    return words || i18n._(contentKindInfo[kind].label);
  };
}
