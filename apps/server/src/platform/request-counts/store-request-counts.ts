import { named, sql, type Transaction } from '#platform/database';

/** The writing of `request_counts`. Gives how many requests that key has made within the minute, with this one. */
export async function countRequestOf(transaction: Transaction, key: string, minute: number): Promise<number> {
  const [row] = await transaction.query<{ requests: number }>(
    named(
      'count_request',
      sql`insert into request_counts (key, minute, requests) values (${key}, ${minute}, 1)
          on conflict (key, minute) do update set requests = request_counts.requests + 1
          returning requests`,
    ),
  );
  return row?.requests ?? 1;
}

/** What others are just counting is left to the next who comes by. */
export async function deleteCountsBefore(transaction: Transaction, minute: number): Promise<void> {
  await transaction.execute(
    sql`delete from request_counts where (key, minute) in
          (select key, minute from request_counts where minute < ${minute} limit 1000 for update skip locked)`,
  );
}
