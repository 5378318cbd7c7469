import ts from 'typescript';

/** A table named in SQL: in which line of the file, which table. */
export interface TableUse {
  readonly table: string;
  readonly line: number;
}

const startsLikeSql = /^\s*(?:select|insert\s+into|update|delete\s+from|with|lock|truncate|copy|merge)\s/i;

/** Every table that the SQL in a TypeScript text names: in sql`…` and in any string that begins like a statement. */
export function findTables(
  text: string,
  tables: ReadonlySet<string>,
  fileName = 'file.ts',
): readonly TableUse[] {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const uses: TableUse[] = [];
  const visit = (node: ts.Node): void => {
    const sql = readSql(node);
    if (sql !== undefined) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      for (const table of namesIn(sql)) if (tables.has(table)) uses.push({ table, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return uses;
}

function readSql(node: ts.Node): string | undefined {
  if (!ts.isStringLiteral(node) && !ts.isTemplateLiteral(node)) return undefined;
  const { parent } = node;
  const isTagged = ts.isTaggedTemplateExpression(parent) && parent.tag.getText() === 'sql';
  const text = node.getText().slice(1, -1);
  return isTagged || startsLikeSql.test(text) ? text : undefined;
}

/** The words at the places of SQL where a table stands. */
function namesIn(sql: string): readonly string[] {
  const places = sql.matchAll(
    /\b(?:from|join|into|update|using|truncate|table|copy)\s+(?:only\s+|lateral\s+)?((?:"?\w+"?\.)?"?\w+"?(?:\s*,\s*"?\w+"?)*)/gi,
  );
  return [...places].flatMap(([, names = '']) =>
    names.split(',').map((name) =>
      name
        .trim()
        .replaceAll('"', '')
        .replace(/^public\./, ''),
    ),
  );
}
