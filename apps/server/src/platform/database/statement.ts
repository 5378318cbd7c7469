import type { QueryConfig } from 'pg';
import type { Pooling } from './pooling.ts';

/** A statement with its parameters. Named ones are prepared once per connection: use them on hot paths. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name?: string;
}

/** sql`select … where id = ${id}`: every hole becomes a parameter, never text. */
export function sql(parts: TemplateStringsArray, ...values: readonly unknown[]): Statement {
  return { text: parts.reduce((text, part, index) => `${text}$${index}${part}`), values };
}

/** The same, prepared under a name. One name must always stand for one text. */
export function named(name: string, statement: Statement): Statement {
  return { ...statement, name };
}

/** As pg takes it. A connection that is another one in every transaction knows no names of the one before. */
export function toQuery({ text, name, values }: Statement, pooling: Pooling): QueryConfig {
  return name === undefined || pooling === 'transaction'
    ? { text, values: [...values] }
    : { text, values: [...values], name };
}
