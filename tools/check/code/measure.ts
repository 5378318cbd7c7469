import ts from 'typescript';

export interface LongFunction {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/** Lines that say something: an empty line at the end counts for nothing. */
export function countLines(text: string): number {
  return text.trimEnd().split('\n').length;
}

/** Functions longer than `limit` lines, from their first line to their last. */
export function findLongFunctions(path: string, text: string, limit: number): readonly LongFunction[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const long: LongFunction[] = [];
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const line = lineOf(node.getStart(file));
      const lines = lineOf(node.getEnd()) - line + 1;
      if (lines > limit) long.push({ name: nameOf(node), line, lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return long;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'a function';
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
