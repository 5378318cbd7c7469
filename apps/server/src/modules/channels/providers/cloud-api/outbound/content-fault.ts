import type { Localized, SendableContent } from '@renkei/contract';
import type { SendProblem } from '@renkei/graph-api';
import type { ContentFault } from '../../../port.ts';
import { toContentPath } from './content-path.ts';
import { outboundOf } from './registry.ts';

/** What Meta's strict schema says about a request, said about the content it was built of. Pure. */
export function toContentFault(content: SendableContent, { path, details }: SendProblem): ContentFault {
  const { fields, source } = outboundOf(content);
  const names = typeof fields === 'function' ? fields(content) : fields;
  const words = details.startsWith(path) ? details.slice(path.length).trim() : details;
  return { path: toContentPath(names, path), details: localize(words), source };
}

/** graph-api speaks English, as Meta does: its sentences and ours, one line each. `$1` is taken over. */
const sentences: readonly (readonly [english: RegExp, japanese: string])[] = [
  [/^is required when there is more than one section$/, 'セクションが2つ以上あるときは必須です'],
  [/^is required$/, '必須です'],
  [/^must be at most (\d+) characters long, has (\d+)$/, '$1文字以内にしてください（現在$2文字）'],
  [
    /^must have at most (\d+) rows in all sections together, has (\d+)$/,
    '全セクション合計で$1行までです（現在$2行）',
  ],
  [
    /^must have at most (\d+) products in all sections together, has (\d+)$/,
    '全セクション合計で$1商品までです（現在$2商品）',
  ],
  [/^must have at most (\d+) line breaks$/, '改行は$1回までです'],
  [/^must have at most (\d+) items$/, '$1件までです'],
  [/^must have at least (\d+) items$/, '$1件以上必要です'],
  [/^must be unique$/, '重複しています。別の値にしてください'],
  [/^must be an http or https address$/, 'http または https のアドレスを指定してください'],
  [/^must be the id of a catalog$/, 'カタログIDは数字で指定してください'],
  [/^must be a whole number from (\d+) to (\d+)$/, '$1〜$2の整数を指定してください'],
  [
    /^must be a whole number of hundredths$/,
    '通貨の最小単位は100分の1です。それより細かい金額や負の金額は指定できません',
  ],
  [/^must be one of \{(.+)\}$/, '次のいずれかを指定してください：$1'],
  [/^must be an? (\w+)$/, '値の型が違います（$1）'],
  [/^is not a parameter here$/, 'この項目は指定できません'],
  [/^must not have emoji$/, '絵文字は使用できません'],
  [/^must not be empty$/, '空にはできません'],
  [/^must be one emoji, or empty to remove the reaction$/, '絵文字を1つだけ指定してください'],
  [
    /^must not have line breaks, tabs or more than four spaces in a row$/,
    '改行、タブ、5つ以上続く空白は使用できません',
  ],
  [/^must be an ISO 4217 code$/, '通貨コード（ISO 4217）を指定してください'],
  [/^must be written YYYY-MM-DD$/, 'YYYY-MM-DD の形式で指定してください'],
  [/^must have letters, digits, _, \. and - only$/, '英数字と _ . - だけが使用できます'],
  [/^must be a language code such as en_US$/, '「en_US」のような言語コードを指定してください'],
  [/^must be decimal degrees$/, '10進数の度で指定してください'],
  [/^must lie between (\S+) and (\S+)$/, '$1〜$2の範囲で指定してください'],
  [/^must be Unix seconds as a string$/, '日時が正しくありません'],
  [/^must be four digits$/, '4桁の数字で指定してください'],
  [
    /^must have the same kind and number of buttons, or the same catalog, as the first card$/,
    'すべてのカードのボタンの種類と数を、最初のカードに揃えてください',
  ],
  [/^must have an id or a link$/, 'ファイルが必要です'],
  [/^must be the id of uploaded media$/, 'アップロード済みのファイルを指定してください'],
  [/^must be a button index from 0 to (\d+)$/, 'ボタンの位置は0〜$1で指定してください'],
];

/** What no line covers stays in English, which says more than nothing. */
function localize(english: string): Localized {
  const sentence = sentences.find(([pattern]) => pattern.test(english));
  return { en: english, ja: sentence ? english.replace(...sentence) : english };
}
