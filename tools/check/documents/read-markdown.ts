/** What a Markdown text names: targets of links and pictures, and paths set as code. Fenced blocks are left out. */
export interface Named {
  readonly target: string;
  readonly line: number;
}

export function listLinks(text: string): readonly Named[] {
  return findAll(text, /\]\(([^)\s]+)\)/g).filter(({ target }) => !/^(https?:|mailto:|#)/.test(target));
}

/** `like/this.ts` or `docs/`: code that ends in a file's name, or begins with one of our folders. No patterns, no holes. */
export function listPaths(text: string): readonly Named[] {
  const file = /^[\w@.-]+(?:\/[\w@.-]+)*\.(?:tsx?|[cm]js|sql|json|md|css|html|po|toml|yml)$/;
  const ours = /^(?:apps|packages|docs|tools|e2e|\.ci)\/[\w@./-]*$/;
  return findAll(text, /`([^`\n]+)`/g).filter(({ target }) => file.test(target) || ours.test(target));
}

/** Cells of the rows of every table, the rule under its head left out. */
export function listRows(
  text: string,
): readonly { readonly cells: readonly string[]; readonly line: number }[] {
  return text.split('\n').flatMap((row, index) => {
    if (!/^\s*\|/.test(row) || /^[\s|:-]+$/.test(row)) return [];
    const cells = row
      .trim()
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/);
    return [{ cells: cells.map((cell) => cell.trim()), line: index + 1 }];
  });
}

function findAll(text: string, pattern: RegExp): readonly Named[] {
  const found: Named[] = [];
  let isFenced = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*```/.test(line)) isFenced = !isFenced;
    else if (!isFenced) {
      for (const [, target = ''] of line.matchAll(pattern)) found.push({ target, line: index + 1 });
    }
  }
  return found;
}
