import type { StageDatabase } from './database.ts';

/**
 * Counts from now on what becomes unsure. A look at the rows would miss what a status settles a moment later, so the
 * database itself writes each down, in a schema that the product does not know.
 */
export async function watchDoubts(database: StageDatabase): Promise<() => Promise<number>> {
  await database.query(`
    create schema if not exists faults;
    create table if not exists faults.doubts (attempt_key text not null);
    create or replace function faults.note_doubt() returns trigger language plpgsql security definer as $$
      begin
        insert into faults.doubts values (new.attempt_key);
        return null;
      end $$;
    create or replace trigger note_doubt after update of state on attempts
      for each row when (new.state = 'unsure' and old.state <> 'unsure') execute function faults.note_doubt();`);
  const count = async (): Promise<number> => {
    const [row] = await database.query<{ count: string }>('select count(*) from faults.doubts');
    return Number(row?.count);
  };
  const before = await count();
  return async () => (await count()) - before;
}
