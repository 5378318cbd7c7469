import { contentKinds, sendableKinds } from '@renkei/contract';
import { type WebhookFieldName, webhookFields } from '@renkei/graph-api';
import { fixtureNames, readFixture } from '@renkei/graph-api/fixtures';
import * as z from 'zod';
import { type InboundFact, readWebhook } from '../../apps/server/src/modules/channels/index.ts';
import { buildSendRequest } from '../../apps/server/src/modules/channels/providers/cloud-api/build-send-request.ts';
import { sampleContents } from '../../apps/server/test/sample-contents.ts';
import { readText, sourceFiles } from '../check/repository.ts';
import { readRegistryKeys } from './registry-keys.ts';

/** docs/message-kinds.md: every kind that can be sent, every body and field that can come, and where each is supported. */
export function createMessageKinds(): string {
  return `<!-- Generated from the registries by \`npm run gen\`. Do not edit. -->
# Message kinds and webhook fields · メッセージの種類とWebhookフィールド

Made from the registries themselves: a sample of each kind is built and judged by Meta's strict schema, each of the
${fixtureNames.length} sample bodies is read. ✓ is there, – is not.
実際の登録表から作られています。各種類の見本を組み立ててMetaの厳密なスキーマで検査し、${fixtureNames.length}件の見本をすべて読み取った結果です。

## What can be sent · 送信できるもの

| kind | on the wire | API | parser | composer | thread | virtual phone |
| --- | --- | --- | --- | --- | --- | --- |
${listSendable().join('\n')}

The composer makes ✓ in a form of its own, ✎ in the field, by attaching, on a message, or from the list of templates.
✓は専用フォーム、✎は入力欄・添付・メッセージ上・テンプレート一覧から作ります。

## What can come · 受信できるもの

| sample body | field | becomes | shown | simulator |
| --- | --- | --- | --- | --- |
${listReceivable().join('\n')}

The simulator tells ✓ by itself when it happens in its world; ○ is sent through its control API (\`POST /control/notify\`).
✓はシミュレーターの世界で起きたときに自動で届き、○は制御API（\`POST /control/notify\`）で送れます。

## Webhook fields · Webhookフィールド

| field | parser | meaning here | simulator |
| --- | --- | --- | --- |
${listFields().join('\n')}
`;
}

const tick = (is: boolean) => (is ? '✓' : '–');
/** The control API can send any field. */
const simulation = (tellsItself: boolean) => (tellsItself ? '✓' : '○');

const threadKinds = readRegistryKeys('apps/web/src/features/inbox/content/registry.ts', 'contentRegistry');
const phoneKinds = readRegistryKeys('apps/simulator/src/phone-web/kinds/registry.ts', 'kinds');
const phoneActions = readRegistryKeys(
  'apps/simulator/src/phone-web/kinds/interactive/registry.ts',
  'interactiveActions',
);

/** Samples name files and messages by ids that only need to look like ids. */
const anyId = '01890000-0000-7000-8000-000000000000';
const samples = sampleContents({
  media: { image: anyId, video: anyId, audio: anyId, document: anyId, sticker: anyId },
  targetMessageId: anyId,
  flow: { id: '1', name: 'sample' },
});

function listSendable(): readonly string[] {
  const forms = readFormKinds();
  return sendableKinds.map((kind) => {
    const wires = new Set(samples[kind].map((content) => wireTypeOf(content)));
    const isParsed = !wires.has(undefined);
    const shown = [...wires].every((wire) => isOnPhone(wire ?? ''));
    const names = [...wires].map((wire) => `\`${wire ?? '?'}\``).join(', ');
    const composer = forms.has(kind) ? '✓' : '✎';
    return `| \`${kind}\` | ${names} | ✓ | ${tick(isParsed)} | ${composer} | ${tick(threadKinds.has(kind))} | ${tick(shown)} |`;
  });
}

const wireTypeSchema = z.looseObject({
  type: z.string(),
  interactive: z.looseObject({ type: z.string() }).optional(),
});

/** `interactive/button`; undefined when Meta's schema refuses the sample. */
function wireTypeOf(content: (typeof samples)[keyof typeof samples][number]): string | undefined {
  const build = buildSendRequest({
    recipient: content.kind === 'pin' ? { groupId: 'group' } : { phone: '819012345678' },
    content,
    references: { providerMediaIds: new Map([[anyId, '1']]), targetProviderMessageId: 'wamid.1' },
    replyToProviderMessageId: null,
    attemptKey: 'sample',
  });
  if (!build.ok) return undefined;
  const { type, interactive } = wireTypeSchema.parse(build.body);
  return interactive ? `${type}/${interactive.type}` : type;
}

/** Reactions and pins are marks on other messages, not messages of their own. */
const marks: ReadonlySet<string> = new Set(['reaction', 'pin', 'unpin']);

function isOnPhone(wire: string): boolean {
  const [type = '', inner] = wire.split('/');
  return marks.has(type) || (phoneKinds.has(type) && (inner === undefined || phoneActions.has(inner)));
}

/** Every kind that a form of the composer makes, as its file says. */
function readFormKinds(): ReadonlySet<string> {
  const files = sourceFiles.filter((path) => path.startsWith('apps/web/src/features/inbox/composer/forms/'));
  return new Set(
    files.flatMap((path) =>
      [...readText(path).matchAll(/\bkind: '([a-z_]+)'/g)].map(([, kind = '']) => kind),
    ),
  );
}

function listReceivable(): readonly string[] {
  const simulated = readSimulatedFields();
  return fixtureNames.map((name) => {
    const body = readFixture(name);
    const { facts, problems } = readWebhook('cloud-api', body);
    const fields = [
      ...new Set(
        [...body.toString('utf8').matchAll(/"field":\s*"([a-z_]+)"/g)].map(([, field = '']) => field),
      ),
    ];
    const meanings = [...new Set(facts.map(describeFact))];
    const isShown = problems.length === 0 && meanings.every(({ shown }) => shown);
    const words = [...new Set(meanings.map(({ words: said }) => said))].join(', ');
    return `| \`${name}\` | ${fields.map((field) => `\`${field}\``).join(', ')} | ${words} | ${tick(isShown)} | ${simulation(fields.every((field) => simulated.has(field)))} |`;
  });
}

const knownKinds: ReadonlySet<string> = new Set(contentKinds);

function describeFact(fact: InboundFact): { readonly words: string; readonly shown: boolean } {
  if (fact.fact === 'message') {
    const { kind } = fact.content;
    return { words: `message \`${kind}\``, shown: knownKinds.has(kind) && threadKinds.has(kind) };
  }
  if (fact.fact === 'account_event') {
    return { words: fact.told ? `account event \`${fact.told.kind}\`` : 'kept as it came', shown: true };
  }
  return { words: fact.fact, shown: true };
}

function listFields(): readonly string[] {
  const simulated = readSimulatedFields();
  const meanings = readMeanings();
  return Object.keys(webhookFields).map((field) => {
    const kinds = [...(meanings.get(field) ?? [])].toSorted();
    return `| \`${field}\` | ✓ | ${kinds.length === 0 ? 'kept as it came' : kinds.join(', ')} | ${simulation(simulated.has(field))} |`;
  });
}

/** Field → what the sample bodies of that field become. */
function readMeanings(): ReadonlyMap<string, ReadonlySet<string>> {
  const meanings = new Map<string, Set<string>>();
  for (const name of fixtureNames) {
    const body = readFixture(name);
    const [, field = ''] = /"field":\s*"([a-z_]+)"/.exec(body.toString('utf8')) ?? [];
    const words = meanings.get(field) ?? new Set<string>();
    meanings.set(field, words);
    for (const fact of readWebhook('cloud-api', body).facts) words.add(describeFact(fact).words);
  }
  return meanings;
}

/** Fields that the simulator's own sources tell apps of. */
function readSimulatedFields(): ReadonlySet<string> {
  const names: readonly WebhookFieldName[] = Object.keys(webhookFields) as WebhookFieldName[];
  const sources = sourceFiles
    .filter((path) => path.startsWith('apps/simulator/src/') && !/\.test\.|phone-web|\/testing\//.test(path))
    .map(readText)
    .join('\n');
  return new Set(names.filter((name) => sources.includes(`'${name}'`)));
}
