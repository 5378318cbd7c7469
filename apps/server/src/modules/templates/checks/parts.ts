/** The parts that a template and each of its cards have: header, text, buttons. */
import type { Template, TemplateButtonParameter, TemplateHeader } from '@renkei/contract';
import { type ParameterFault, wrongParameter } from './parameter-fault.ts';

/** Meta's answer to a parameter of another kind than the template has. */
const formatMismatch = 132012;

/** A text without variables needs nothing; everything else must be given, of the template's own format. */
export function checkHeader(
  header: Template['header'],
  given: TemplateHeader | undefined,
  path: string,
): ParameterFault | undefined {
  const needed = header?.format === 'text' && header.variables.length === 0 ? null : (header?.format ?? null);
  if (needed === (given?.type ?? null)) return undefined;
  if (needed === null) {
    return wrongParameter(
      path,
      'There is nothing to fill in.',
      'ここに指定できる内容はありません。',
      formatMismatch,
    );
  }
  return wrongParameter(
    path,
    `The template needs ${needed}, ${given ? `${given.type} was` : 'nothing was'} given.`,
    `「${needed}」が必要ですが、${given ? `「${given.type}」が指定されました` : '指定されていません'}。`,
    formatMismatch,
  );
}

export function checkBody(
  body: Template['body'] | null,
  given: readonly unknown[],
  path: string,
): ParameterFault | undefined {
  const needed = body?.variables.length ?? 0;
  if (needed === given.length) return undefined;
  return wrongParameter(
    path,
    `The text has ${needed} variable(s), ${given.length} were given.`,
    `本文の変数は${needed}個ですが、${given.length}個が指定されました。`,
  );
}

export function checkButtons(
  buttons: Template['buttons'],
  given: readonly TemplateButtonParameter[],
  path: string,
): ParameterFault | undefined {
  const seen = new Set<number>();
  for (const [place, parameter] of given.entries()) {
    const at = `${path}[${place}]`;
    if (seen.has(parameter.index)) {
      return wrongParameter(
        `${at}.index`,
        `Button ${parameter.index} is given twice.`,
        `ボタン${parameter.index}が重複しています。`,
      );
    }
    seen.add(parameter.index);
    const fault = checkButton(buttons[parameter.index], parameter, at);
    if (fault) return fault;
  }
  const missing = buttons.findIndex(({ takes }, index) => takes?.required === true && !seen.has(index));
  if (missing === -1) return undefined;
  const { text = '', takes } = buttons[missing] ?? {};
  return wrongParameter(
    path,
    `Button ${missing} (${text}) needs a parameter of type ${takes?.type ?? ''}.`,
    `ボタン${missing}（${text}）には「${takes?.type ?? ''}」のパラメーターが必要です。`,
  );
}

function checkButton(
  button: Template['buttons'][number] | undefined,
  { index, type }: TemplateButtonParameter,
  path: string,
): ParameterFault | undefined {
  if (!button) {
    return wrongParameter(
      `${path}.index`,
      `The template has no button ${index}.`,
      `テンプレートにボタン${index}はありません。`,
    );
  }
  if (button.takes?.type === type) return undefined;
  const takes = button.takes?.type;
  return wrongParameter(
    `${path}.type`,
    `Button ${index} (${button.text}) takes ${takes ?? 'no parameter'}, not ${type}.`,
    `ボタン${index}（${button.text}）に指定できるのは${takes ? `「${takes}」` : 'ありません'}（指定：「${type}」）。`,
    formatMismatch,
  );
}
