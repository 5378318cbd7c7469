import type { FlowScreen } from './flow-json.ts';

export type FormValues = Readonly<Record<string, unknown>>;

/** What expressions of a screen can speak of. */
export type FlowScope = Readonly<{
  data: FormValues;
  form: FormValues;
  /** Screens left behind, by id. */
  screens: Readonly<Record<string, Readonly<{ data: FormValues; form: FormValues }>>>;
}>;

const EXPRESSION = /\$\{([^}]+)\}/gu;

/** A value with its `${data.x}`, `${form.x}` and `${screen.S.form.x}` filled in, through lists and objects. */
export function resolve(value: unknown, scope: FlowScope): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolve(part, scope)]));
  }
  if (typeof value !== 'string') return value;
  const whole = /^\$\{([^}]+)\}$/u.exec(value)?.[1];
  if (whole !== undefined) return lookUp(whole, scope);
  return value.replace(EXPRESSION, (_match, path: string) => textOf(lookUp(path, scope)));
}

export function resolveText(value: unknown, scope: FlowScope): string {
  const resolved = resolve(value, scope);
  // Texts may be lists of lines.
  return Array.isArray(resolved) ? resolved.map(textOf).join('\n') : textOf(resolved);
}

/** A condition of an `If`: comparisons joined by `&&` and `||`, or a value that is there. */
export function holds(condition: unknown, scope: FlowScope): boolean {
  if (typeof condition !== 'string') return Boolean(resolve(condition, scope));
  return condition
    .split('||')
    .some((alternative) => alternative.split('&&').every((term) => holdsTerm(term, scope)));
}

/** Before the business has sent anything, a screen shows the examples of its data model. */
export function exampleData(screen: FlowScreen): FormValues {
  return Object.fromEntries(
    Object.entries(screen.data).map(([name, model]) => {
      const hasExample = typeof model === 'object' && model !== null && '__example__' in model;
      return [name, hasExample ? model.__example__ : undefined];
    }),
  );
}

function holdsTerm(term: string, scope: FlowScope): boolean {
  const bare = term.replaceAll(/[()]/gu, '').trim();
  const comparison = /^(.+?)\s*(==|!=)\s*(.+)$/u.exec(bare);
  if (!comparison) {
    return bare.startsWith('!') ? !operand(bare.slice(1), scope) : Boolean(operand(bare, scope));
  }
  const [, left = '', operator, right = ''] = comparison;
  const isEqual = textOf(operand(left, scope)) === textOf(operand(right, scope));
  return operator === '==' ? isEqual : !isEqual;
}

function operand(text: string, scope: FlowScope): unknown {
  const quoted = /^'(.*)'$/u.exec(text.trim())?.[1];
  return quoted ?? resolve(text.trim(), scope);
}

function lookUp(path: string, scope: FlowScope): unknown {
  const [root = '', ...keys] = path.trim().split('.');
  if (root === 'screen') return dig(scope.screens, keys);
  if (root === 'data') return dig(scope.data, keys);
  return root === 'form' ? dig(scope.form, keys) : undefined;
}

function dig(value: unknown, keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = new Map<string, unknown>(Object.entries(found)).get(key);
  }
  return found;
}

export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
