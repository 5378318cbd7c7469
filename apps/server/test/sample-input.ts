import * as z from 'zod';

/** The parts of JSON Schema that the contract's schemas turn into. */
const nodeSchema = z.looseObject({
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  type: z.string().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  minimum: z.number().optional(),
  minItems: z.number().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});
type Node = z.infer<typeof nodeSchema>;

/**
 * An input that a schema takes, with every optional part filled in. Names that end in `Id` are asked for from
 * `idNamed`, so that the sample speaks of things of the caller's choice.
 */
export function sampleInput(schema: z.ZodType, idNamed: (name: string) => string): unknown {
  const parsed = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const sample = sampleNode(parsed, '', idNamed);
  const checked = schema.safeParse(sample);
  if (!checked.success) throw new Error(`No sample for the schema: ${z.prettifyError(checked.error)}`);
  return sample;
}

function sampleNode(given: unknown, name: string, idNamed: (name: string) => string): unknown {
  const node = nodeSchema.parse(given);
  if ('const' in node) return node.const;
  // The last: of the roles the one with the fewest rights.
  if (node.enum) return node.enum.at(-1);
  const choice = node.anyOf ?? node.oneOf ?? node.allOf;
  if (choice) return sampleNode(choice[0], name, idNamed);
  if (node.type === 'object') {
    return Object.fromEntries(
      Object.entries(node.properties ?? {})
        // Only the server makes cursors; without one comes the first page.
        .filter(([key]) => key !== 'cursor')
        .map(([key, child]) => [key, sampleNode(child, key, idNamed)]),
    );
  }
  if (node.type === 'array') {
    const count = Math.max(node.minItems ?? 0, 0);
    return Array.from({ length: count }, () => sampleNode(node.items, name, idNamed));
  }
  if (node.type === 'integer' || node.type === 'number') return Math.max(node.minimum ?? 1, 1);
  if (node.type === 'boolean') return true;
  return node.type === 'string' ? sampleText(node, name, idNamed) : null;
}

function sampleText(node: Node, name: string, idNamed: (name: string) => string): string {
  if (node.format === 'uuid') return idNamed(name);
  if (node.format === 'email') return `sample-${crypto.randomUUID()}@example.test`;
  if (node.format === 'uri') return 'https://sample.example.test/';
  if (node.format === 'date-time') return '2026-11-21T00:00:00Z';
  if (node.pattern?.includes('\\d'))
    return new RegExp(node.pattern).test('08:00') ? '08:00' : '4073119988001';
  if (/number|^to$/i.test(name)) return '+819012345678';
  return 'sample'.padEnd(node.minLength ?? 0, '-');
}
