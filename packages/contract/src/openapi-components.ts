import * as z from 'zod';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Collects the named schemas that are referred to. One that is given otherwise than it is answered is kept twice. */
export class OpenApiComponents {
  readonly #schemas = new Map<string, JsonObject>();
  readonly #registry = z.registry<{ id: string }>();
  /** Names whose schema in a request is another one: something has a default, or refers to what has one. */
  readonly #twofold: ReadonlySet<string>;

  constructor(named: Readonly<Record<string, z.ZodType>>) {
    for (const [id, schema] of Object.entries(named)) this.#registry.add(schema, { id });
    const whole = z.object(named);
    const [given, answered] = [this.#convert(whole, 'input').$defs, this.#convert(whole, 'output').$defs];
    const twofold = new Set<string>();
    const differs = ([name, schema]: [string, JsonObject]) =>
      JSON.stringify(schema) !== JSON.stringify(answered[name]) ||
      [...twofold].some((other) => JSON.stringify(schema).includes(`"${refTo(other)}"`));
    for (let size = -1; size < twofold.size; ) {
      size = twofold.size;
      for (const entry of Object.entries(given)) if (differs(entry)) twofold.add(entry[0]);
    }
    this.#twofold = twofold;
  }

  describe(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
    const id = this.#registry.get(schema)?.id;
    const { $defs, inline } = this.#convert(id === undefined ? schema : z.object({ it: schema }), io);
    const rename = (json: JsonObject) => (io === 'input' ? this.#renameTwofold(json) : json);
    for (const [name, definition] of Object.entries($defs)) {
      this.#schemas.set(io === 'input' ? this.#inputNameOf(name) : name, rename(definition));
    }
    return rename(id === undefined ? inline : { $ref: refTo(id) });
  }

  sorted(): JsonObject {
    return Object.fromEntries([...this.#schemas].toSorted(([a], [b]) => a.localeCompare(b)));
  }

  #convert(schema: z.ZodType, io: 'input' | 'output') {
    const json = z.toJSONSchema(schema, {
      io,
      metadata: this.#registry,
      override: ({ jsonSchema }) => {
        delete jsonSchema.id;
        // The format says it, and shorter.
        if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
        // An answer may gain a field without breaking anybody.
        if (io === 'output' && jsonSchema.additionalProperties === false)
          delete jsonSchema.additionalProperties;
      },
    });
    const text = JSON.stringify(json).replaceAll('"#/$defs/', `"${refTo('')}`);
    const { $schema: _, $defs = {}, ...inline } = wholeSchema.parse(JSON.parse(text));
    return { $defs, inline };
  }

  #inputNameOf(name: string): string {
    return this.#twofold.has(name) ? `${name}Input` : name;
  }

  #renameTwofold(json: JsonObject): JsonObject {
    const ref = new RegExp(`"${refTo('(\\w+)')}"`, 'g');
    const text = JSON.stringify(json).replace(
      ref,
      (_, name: string) => `"${refTo(this.#inputNameOf(name))}"`,
    );
    return jsonObjectSchema.parse(JSON.parse(text));
  }
}

const jsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), z.json());
const wholeSchema = z
  .object({ $schema: z.string().optional(), $defs: z.record(z.string(), jsonObjectSchema).optional() })
  .catchall(z.json());

function refTo(name: string): string {
  return `#/components/schemas/${name}`;
}
