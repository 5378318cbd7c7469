import { describeError, type ErrorCode, errorCodes } from '@renkei/contract';

const note = '<!-- Generated from packages/contract/src/errors.ts by `npm run gen`. Do not edit. -->';

/** One page per error code, in both languages, and a list of them: path → text. */
export function createErrorPages(): ReadonlyMap<string, string> {
  const pages = errorCodes.map((code) => [`docs/errors/${code}.md`, describe(code)] as const);
  return new Map([...pages, ['docs/errors/README.md', createList()]]);
}

function describe(code: ErrorCode): string {
  const { status, title, remedy, source } = describeError(code);
  return `${note}
# ${code}

**${title.en}.** HTTP ${status}. ${remedy.en}

**${title.ja}。** HTTP ${status}。${remedy.ja}

| | |
| --- | --- |
| code | \`${code}\` |
| status | ${status} |
| source · 根拠 | ${source ?? 'Renkei'} |

The answer's \`detail\` says what happened in the very case. 具体的な状況は応答の \`detail\` に示されます。

[All errors · エラー一覧](README.md)
`;
}

function createList(): string {
  const rows = errorCodes
    .map((code) => ({ code, ...describeError(code) }))
    .toSorted((a, b) => a.status - b.status || a.code.localeCompare(b.code))
    .map(({ code, status, title }) => `| [${code}](${code}.md) | ${status} | ${title.en} | ${title.ja} |`);
  return `${note}
# Errors · エラー

Every refusal of the API is \`application/problem+json\` with one of these codes, what happened (\`detail\`) and what to do
(\`remedy\`), in English and Japanese. Where Meta refused, \`providerCode\` is one of [Meta's codes](meta/README.md).
Metaが拒否した場合の\`providerCode\`は[Metaのエラーコード](meta/README.md)にあります。

| code | status | meaning | 意味 |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
