import { mediaContentKinds } from '@renkei/contract';
import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import { allow, refuse, type Verdict } from '../verdict.ts';

const kindsWithMedia: ReadonlySet<string> = new Set(mediaContentKinds);

/** The file must be here, of the kind it is sent as, and within the provider's limits. */
export function mediaIsUsable({ content, media }: GateFacts): Verdict {
  if (!kindsWithMedia.has(content.kind)) return allow;
  if (!media || media.kind !== content.kind) {
    return refuse(
      createProblem('content_not_allowed', {
        detail: media
          ? {
              en: `This file was uploaded as ${media.kind}, not as ${content.kind}.`,
              ja: `このファイルは ${content.kind} ではなく ${media.kind} としてアップロードされています。`,
            }
          : { en: 'There is no such file.', ja: 'このファイルは存在しません。' },
      }),
    );
  }
  if (media.state !== 'stored') return refuse(createProblem('media_not_ready'));
  return media.fault ? refuse(describeFault(media.fault)) : allow;
}

function describeFault(fault: NonNullable<NonNullable<GateFacts['media']>['fault']>) {
  if (fault.reason === 'type') {
    const allowed = fault.allowed.join(', ');
    return createProblem('media_type_refused', {
      detail: { en: `Allowed: ${allowed}.`, ja: `使用できる形式：${allowed}` },
    });
  }
  const mebibytes = (fault.maxBytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
  return createProblem('media_too_large', {
    detail: { en: `The limit is ${mebibytes} MB.`, ja: `上限は ${mebibytes} MB です。` },
  });
}
