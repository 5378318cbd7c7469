import { createProblem } from '#platform/errors';
import type { GateFacts, SendableMedia } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

/** Every file must be here, of the kind it is sent as, and within the provider's limits. */
export const mediaIsUsable: GateRule = {
  id: 'media-is-usable',
  version: '2026-11-21',
  title: {
    en: 'Every file is here, of the right kind and not too large',
    ja: 'すべてのファイルが取得済みで、種類とサイズが適切であること',
  },
  source: 'Meta, Media: supported types and size limits (2025-12-11)',
  judge,
};

function judge({ media }: GateFacts): RuleVerdict | undefined {
  if (media.length === 0) return undefined;
  for (const [index, one] of media.entries()) {
    const verdict = judgeFile(one, nameOf(one, index, media.length));
    if (verdict.verdict !== 'allow') return verdict;
  }
  return allow;
}

/** How the sentence calls the file: nothing when it is the only one and has no name. */
interface Called {
  readonly en: string;
  readonly ja: string;
}

function nameOf({ file }: SendableMedia, index: number, count: number): Called {
  const name = file?.fileName;
  if (name) return { en: `"${name}"`, ja: `「${name}」` };
  if (count === 1) return { en: 'This file', ja: 'このファイル' };
  return { en: `File ${index + 1} of ${count}`, ja: `${count}件中${index + 1}番目のファイル` };
}

function judgeFile({ sentAs, file }: SendableMedia, called: Called): RuleVerdict {
  if (!file) {
    return refuse(
      createProblem('content_not_allowed', {
        detail: { en: `${called.en} does not exist.`, ja: `${called.ja}は存在しません。` },
      }),
    );
  }
  if (file.kind !== sentAs) {
    return refuse(
      createProblem('content_not_allowed', {
        detail: {
          en: `${called.en} was uploaded as ${file.kind}, not as ${sentAs}.`,
          ja: `${called.ja}は ${sentAs} ではなく ${file.kind} としてアップロードされています。`,
        },
      }),
    );
  }
  if (file.state !== 'stored') {
    return refuse(
      createProblem('media_not_ready', {
        detail: { en: `${called.en} is not here yet.`, ja: `${called.ja}はまだ取得中です。` },
      }),
    );
  }
  return file.fault ? refuse(describeFault(file.fault, called)) : allow;
}

function describeFault(fault: NonNullable<NonNullable<SendableMedia['file']>['fault']>, called: Called) {
  if (fault.reason === 'type') {
    const allowed = fault.allowed.join(', ');
    return createProblem('media_type_refused', {
      detail: {
        en: `${called.en} is of another type. Allowed: ${allowed}.`,
        ja: `${called.ja}は送信できない形式です。使用できる形式：${allowed}`,
      },
    });
  }
  const mebibytes = (fault.maxBytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
  return createProblem('media_too_large', {
    detail: {
      en: `${called.en} is too large. The limit is ${mebibytes} MB.`,
      ja: `${called.ja}が大きすぎます。上限は ${mebibytes} MB です。`,
    },
  });
}
