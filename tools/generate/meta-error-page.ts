import {
  type GraphErrorAction,
  type GraphErrorRule,
  type GraphErrorWait,
  graphErrorActions,
  graphErrorActionWords,
  graphErrorCodes,
  graphErrorWaits,
} from '@renkei/graph-api';

/** docs/errors/meta/README.md: every code that Meta refuses with, what it means, what becomes of the message, what to do. */
export function createMetaErrorPage(): string {
  return `<!-- Generated from packages/graph-api/src/error-codes.json by \`npm run gen\`. Do not edit. -->
# Meta's error codes · Metaのエラーコード

What a refused message or call shows as \`providerCode\`: its meaning, what becomes of the message, and what to do. After a
slash stands Meta's \`error_subcode\`. A code that is not here fails the message and is shown in Meta's own words.

拒否されたメッセージや通話の\`providerCode\`に示されるコードの意味、メッセージの扱い、対処方法です。スラッシュの後はMetaの
\`error_subcode\`です。ここにないコードではメッセージは失敗となり、Metaの説明がそのまま表示されます。

## What becomes of the message · メッセージの扱い

Only messages wait or are sent again; any other call is refused once. 待機や再送はメッセージだけです。その他の呼び出しは再試行されません。

| | | |
| --- | --- | --- |
${graphErrorActions.map(describeAction).join('\n')}

## Codes · コード

| code | meaning · 意味 | message | what to do · 対処方法 | source · 根拠 |
| --- | --- | --- | --- | --- |
${graphErrorCodes.map(describeCode).join('\n')}

[All errors · エラー一覧](../README.md)
`;
}

function describeAction(action: GraphErrorAction): string {
  const { en, ja } = graphErrorActionWords[action];
  return `| ${names[action]} | ${en} | ${ja} |`;
}

const names: Readonly<Record<GraphErrorAction, string>> = {
  retry: 'sent again · 再送',
  hold_pair: 'recipient waits · 宛先で待機',
  hold_number: 'number waits · 番号で待機',
  hold_channel: 'number stops · 番号の停止',
  fix: 'failed, fix · 失敗、要修正',
  never: 'failed · 失敗',
};

/** Waits stand in the table only where messages wait. */
function describeWait({ action, wait, scope }: Pick<GraphErrorRule, 'action' | 'wait' | 'scope'>): string {
  const usual: Readonly<Partial<Record<GraphErrorAction, GraphErrorWait>>> = graphErrorWaits;
  const { firstMs, factor, longestMs } = wait ?? usual[action] ?? {};
  if (firstMs === undefined || longestMs === undefined) return '';
  const span =
    firstMs === longestMs
      ? describeMs(firstMs)
      : `${describeMs(firstMs)} × ${factor}ⁿ ≤ ${describeMs(longestMs)}`;
  return `<br>${span}${scope === undefined ? '' : `<br>${scopeNames[scope]}`}`;
}

const scopeNames = {
  number: 'this number · この番号',
  account: 'all numbers of the account · アカウントの全番号',
  app: 'all numbers of the app · アプリの全番号',
} as const;

function describeMs(ms: number): string {
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000} h`;
  return ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1_000} s`;
}

function describeCode({
  code,
  subcode,
  title,
  cause,
  remedy,
  action,
  wait,
  scope,
  source,
}: GraphErrorRule): string {
  const name = subcode === undefined ? `${code}` : `${code}/${subcode}`;
  const meaning = `**${title.en}**. ${cause.en}<br>**${title.ja}**。${cause.ja}`;
  const page = source.startsWith('https://') ? `[Meta](${source})` : `${source} · 実地の報告`;
  return `| \`${name}\` | ${meaning} | ${names[action]}${describeWait({ action, wait, scope })} | ${remedy.en}<br>${remedy.ja} | ${page} |`;
}
