import type { Language } from '@renkei/contract';
import { gateRules } from '../../apps/server/src/modules/messages/gate/gate.ts';

const note = '<!-- Generated from apps/server/src/modules/messages/gate by `npm run gen`. Do not edit. -->';

const words = {
  en: {
    title: 'What is checked before a message goes',
    other: '[日本語](ja/gate.md)',
    intro: `Every message passes the gate twice: when it is accepted, and again in the transaction in which it leaves. Each rule lets
it **go**, lets it **wait** until a time, or **refuses** it with a reason, whose rule that is, and what to do instead. The first
refusal counts; otherwise the wait that ends last. A refused message that was accepted before is shown as failed and has not
been sent.

- **Ask without sending:** \`POST /v1/messages:check\` with \`channelId\`, \`to\` and \`content\`, or
  \`POST /v1/conversations/:conversationId/messages/check\`. The composer asks the same while you type.
- **What was said stays with the message:** the verdict, and the version of every rule that was asked.
- **What you can set** is in Settings → Sending rules: opt-in, quiet hours, caps, duplicates, pauses, keywords.
- **Consent** stands beside each conversation, with its proof. A message that is only STOP, 停止 or one of 22 languages' words
  for it ends marketing; STOP ALL ends everything; START allows marketing again. Words that may mean something else, such as
  YES and はい, count only as the answer to a question that you asked from there.`,
    table: '| rule | what it sees to | whose rule | version |',
  },
  ja: {
    title: '送信前に確認されること',
    other: '[English](../gate.md)',
    intro: `すべてのメッセージは2回、受付時と送信直前のトランザクション内で確認されます。各ルールは、**送信する**、指定の時刻まで**待機する**、
または理由・根拠・対処方法を示して**拒否する**のいずれかを判断します。拒否が1つでもあればそれが優先され、なければ最も遅く終わる
待機に従います。受付後に拒否されたメッセージは失敗として表示され、送信されません。

- **送信せずに確認する：** \`POST /v1/messages:check\`（\`channelId\`、\`to\`、\`content\`）、または
  \`POST /v1/conversations/:conversationId/messages/check\`。入力欄でも入力中に同じ確認を行います。
- **判断はメッセージに残ります：** 結果と、確認した各ルールの版を保存します。
- **変更できる項目**は「設定 → 送信ルール」にあります（同意、配信を控える時間帯、配信数の上限、重複、自動応答の休止、キーワード）。
- **同意**は会話の横に根拠とともに表示されます。「停止」「STOP」など22言語のいずれかの言葉だけのメッセージでマーケティングが停止し、
  「STOP ALL」ですべてが停止し、「開始」などで再開します。「はい」「YES」のように別の意味にもなる言葉は、連絡先パネルから送った
  質問への回答としてのみ扱います。`,
    table: '| ルール | 確認する内容 | 根拠 | 版 |',
  },
} as const satisfies Record<Language, unknown>;

/** What the gate checks, from its own list of rules: path → text. */
export function createGateGuide(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/guide/gate.md', describe('en')],
    ['docs/guide/ja/gate.md', describe('ja')],
  ]);
}

function describe(language: Language): string {
  const { title, other, intro, table } = words[language];
  const rows = gateRules.map(
    ({ id, version, title: what, source }) => `| \`${id}\` | ${what[language]} | ${source} | ${version} |`,
  );
  return `${note}
# ${title}

${other}

${intro}

${table}
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
