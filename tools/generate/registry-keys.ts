import ts from 'typescript';
import { readText } from '../check/repository.ts';

/**
 * The keys of a registry as they stand in its source: for registries of the browser, which Node cannot import. Throws
 * when the registry is not there, so that a renamed one does not look empty.
 */
export function readRegistryKeys(path: string, name: string): ReadonlySet<string> {
  const source = ts.createSourceFile(path, readText(path), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const declarations = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  const declaration = declarations.find(
    (candidate) => ts.isIdentifier(candidate.name) && candidate.name.text === name,
  );
  const object = declaration?.initializer && bare(declaration.initializer);
  if (!object || !ts.isObjectLiteralExpression(object)) throw new Error(`${path} has no registry "${name}"`);
  return new Set(object.properties.flatMap(({ name: key }) => (key && 'text' in key ? [key.text] : [])));
}

/** Without `as const` and `satisfies`. */
function bare(expression: ts.Expression): ts.Expression {
  return ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression)
    ? bare(expression.expression)
    : expression;
}
