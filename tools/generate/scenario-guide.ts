import { customerSteps, worldSteps } from '../../apps/simulator/src/scenario/steps/registry.ts';
import { readText } from '../check/repository.ts';

/** docs/scenarios.md: how to write one, with every step there is. */
export function createScenarioGuide(): string {
  const rows = [...customerSteps, ...worldSteps].map(
    ({ does, example }) => `| \`${example}\` | ${does.en} | ${does.ja} |`,
  );
  return `<!-- Generated from apps/simulator/src/scenario/steps by \`npm run gen\`. Do not edit. -->
# Scenarios · シナリオ

A scenario is a conversation with WhatsApp that a person can read and a machine can check, days of it in seconds: the
simulator plays customers and clock, what is tested answers.

シナリオは、人が読めて機械が確かめられるWhatsAppのやり取りです。お客様と時計はシミュレーターが演じ、何日もの流れを数秒で確認できます。

\`\`\`
npx renkei simulator --scenario apps/simulator/scenarios/window.yaml
\`\`\`

The command exits with 0 when everything came as expected, else with 1 and the line that did not hold.
すべて期待どおりなら 0、そうでなければ 1 で終わり、合わなかった行を示します。

\`\`\`yaml
${readText('apps/simulator/scenarios/window.yaml').trim()}
\`\`\`

## Testing your own system · 自分のシステムを試す

\`\`\`yaml
name: The bot answers
system:
  webhook: http://127.0.0.1:3000/webhooks   # where its webhooks go
  start: node bot.js                         # optional; runs with the environment below
  ready: http://127.0.0.1:3000/ready         # optional; answers 200 once it is ready
steps:
  - customer writes: Hello
  - expect text: Hello
\`\`\`

\`start\` gets \`GRAPH_URL\`, \`ACCESS_TOKEN\`, \`PHONE_NUMBER_ID\`, \`WABA_ID\`, \`APP_ID\`, \`APP_SECRET\` and \`VERIFY_TOKEN\`
in its environment. Without \`system\` the rules of WhatsApp themselves are played.

\`start\` のコマンドは上の環境変数を受け取ります。\`system\` を書かなければ、WhatsAppの規則そのものを試せます。

## The head · 冒頭

| key | |
| --- | --- |
| \`name\` | what it shows, in one sentence · 何を示すかを一文で |
| \`start\` | the world's date when it begins · 開始時の日時 |
| \`seed\` | repeats the same ids and delays · 同じIDと遅延を再現 |
| \`business\` | \`number\`, \`name\`, \`onBusinessApp\`, \`messagingLimit\`, \`businessApp\` (its \`history\`, \`contacts\`, \`sharesHistory\`) |
| \`customers\` | name → number, or \`{ phone, readReceipts, online, failCode … }\` · 名前 → 番号 |
| \`templates\`, \`settings\` | as the control API takes them · 制御APIと同じ形 |
| \`system\` | what is tested · 試す対象 |

## The steps · 手順

A customer stands in front of the verb by name; \`customer\` is the first one. \`to: Taro\` in a value says who a send or an
expectation is about. An expectation waits up to 10 seconds of real time, or \`within\`.
お客様の名前を動詞の前に書きます（\`customer\` は最初のお客様）。値に \`to: Taro\` と書くと相手を指定できます。期待する結果は実時間で最大10秒（または \`within\`）待ちます。

| step | does | 動作 |
| --- | --- | --- |
${rows.join('\n')}
`;
}
