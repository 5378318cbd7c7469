import type { Localized, Problem } from '@renkei/contract';
import { createProblem } from '#platform/errors';

interface StatusWords {
  readonly en: string;
  readonly ja: string;
  readonly remedy: Localized;
  /** What Meta would answer. */
  readonly providerCode?: number;
  /** Meta makes it sendable again by itself: what is sent meanwhile waits. */
  readonly passes?: boolean;
}

const choose: Localized = {
  en: 'Choose another template, or change this one and hand it in again.',
  ja: '別のテンプレートを選ぶか、このテンプレートを修正して再申請してください。',
};
const wait: Localized = {
  en: 'Wait until Meta has decided, up to 24 hours, or choose another template.',
  ja: 'Metaの審査（最長24時間）をお待ちいただくか、別のテンプレートを選択してください。',
};

/**
 * Statuses in which a template cannot be sent. All others can be: APPROVED, and the warnings FLAGGED, REINSTATED and
 * UNARCHIVED. (Meta, "Template statuses" and error codes 132015, 132016; 2026-11)
 */
const unsendable: Readonly<Record<string, StatusWords>> = {
  PENDING: { en: 'is still in review', ja: '審査中です', remedy: wait },
  IN_APPEAL: { en: 'was refused and is in appeal', ja: '却下され、異議申し立て中です', remedy: wait },
  REJECTED: { en: 'was refused in the review', ja: '審査で却下されました', remedy: choose },
  PAUSED: {
    en: 'is paused by Meta because of its quality: 3 hours the first time, 6 hours the second',
    ja: '品質低下のためMetaにより一時停止されています（1回目は3時間、2回目は6時間）',
    remedy: {
      en: 'Messages wait for it until their deadline. Write to fewer people who did not ask for it, or choose another template.',
      ja: '期限まで送信を待機します。送信先を見直すか、別のテンプレートを選択してください。',
    },
    providerCode: 132015,
    passes: true,
  },
  DISABLED: {
    en: 'was disabled by Meta after it had been paused too often',
    ja: '一時停止が繰り返されたため、Metaにより無効化されました',
    remedy: choose,
    providerCode: 132016,
  },
  LOCKED: { en: 'is locked by Meta', ja: 'Metaによりロックされています', remedy: choose },
  ARCHIVED: {
    en: 'is archived and will be deleted 28 days later',
    ja: 'アーカイブされています（28日後に削除）',
    remedy: {
      en: 'Take it out of the archive in WhatsApp Manager, or choose another template.',
      ja: 'WhatsAppマネージャでアーカイブを解除するか、別のテンプレートを選択してください。',
    },
  },
  LIMIT_EXCEEDED: {
    en: 'is beyond the number of templates this account may have',
    ja: 'アカウントのテンプレート数の上限を超えています',
    remedy: choose,
  },
  PENDING_DELETION: { en: 'is being deleted', ja: '削除中です', remedy: choose },
  DELETED: { en: 'was deleted', ja: '削除されました', remedy: choose },
};

export interface TemplateObstacle {
  readonly problem: Problem;
  readonly passes: boolean;
}

/** Why a template of this status cannot be sent at present; undefined: it can. Pure. */
export function findStatusObstacle(template: {
  readonly name: string;
  readonly language: string;
  readonly status: string;
  /** The provider's own word for it, if it gave one. */
  readonly reason: string | null;
}): TemplateObstacle | undefined {
  const words = unsendable[template.status.toUpperCase()];
  if (!words) return undefined;
  const name = `${template.name} (${template.language})`;
  const reason = template.reason && template.reason !== 'NONE' ? template.reason : undefined;
  const problem = createProblem('template_not_sendable', {
    detail: {
      en: `The template ${name} ${words.en}${reason ? ` (${reason})` : ''}.`,
      ja: `テンプレート ${name} は${words.ja}${reason ? `（${reason}）` : ''}。`,
    },
    remedy: words.remedy,
    ...(words.providerCode === undefined ? {} : { providerCode: words.providerCode }),
  });
  return { problem, passes: words.passes ?? false };
}

/** Why a template with these parts cannot be filled in here; undefined: it can. */
export function findPartObstacle(
  { name, language }: { readonly name: string; readonly language: string },
  unknownParts: readonly string[],
): TemplateObstacle | undefined {
  if (unknownParts.length === 0) return undefined;
  const parts = unknownParts.join(', ');
  return {
    passes: false,
    problem: createProblem('template_not_sendable', {
      detail: {
        en: `The template ${name} (${language}) has parts that are not known here: ${parts}.`,
        ja: `テンプレート ${name} (${language}) には対応していない要素があります：${parts}`,
      },
      remedy: {
        en: 'Press "Read again" in Settings → Channels; if that does not help, choose another template.',
        ja: '「設定 → チャネル」で「再取得」を押してください。解消しない場合は別のテンプレートを選択してください。',
      },
    }),
  };
}
