import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

/** Groups take few kinds, pins go to groups only, and one-time codes to telephone numbers only. */
export const recipientTakesContent: GateRule = {
  id: 'recipient-takes-content',
  version: '2026-11-21',
  title: {
    en: 'Groups and people get only kinds of messages that exist for them',
    ja: 'グループや個人に送信できる種類のメッセージであること',
  },
  source: 'Meta, Group messaging (2025-11-14); Business-scoped user IDs: 131062 (2026)',
  judge,
};

function judge(facts: GateFacts): RuleVerdict | undefined {
  return facts.recipient.groupId === null ? judgePerson(facts) : judgeGroup(facts);
}

function judgePerson({ content, recipient, template }: GateFacts): RuleVerdict {
  if (content.kind === 'pin') {
    return refuse(
      createProblem('content_not_for_recipient', {
        detail: {
          en: 'Messages can be pinned in groups only.',
          ja: 'メッセージを固定できるのはグループだけです。',
        },
        providerCode: 131051,
      }),
    );
  }
  if (template?.shape.isAuthentication && recipient.phone === null) {
    return refuse(
      createProblem('content_not_for_recipient', {
        detail: {
          en: "This customer's telephone number is hidden, and one-time codes go to telephone numbers only.",
          ja: 'このお客様の電話番号は非公開です。認証コードは電話番号宛てにのみ送信できます。',
        },
        remedy: {
          en: 'Ask for the number with a request for contact info, or send the code another way.',
          ja: '連絡先情報のリクエストで電話番号を確認するか、別の方法でコードを送信してください。',
        },
        providerCode: 131062,
      }),
    );
  }
  return allow;
}

function judgeGroup({ content, template, groupKinds }: GateFacts): RuleVerdict {
  const isAllowed = groupKinds.includes(content.kind) && !template?.shape.isAuthentication;
  if (isAllowed) return allow;
  const kind = template?.shape.isAuthentication ? 'authentication template' : content.kind;
  return refuse(
    createProblem('content_not_for_recipient', {
      detail: {
        en: `A group takes no ${kind}. Allowed: ${groupKinds.join(', ')}.`,
        ja: `グループに「${kind}」は送信できません。送信できる種類：${groupKinds.join('、')}`,
      },
      providerCode: 131051,
    }),
  );
}
