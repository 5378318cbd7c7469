import { expect, test } from 'vitest';
import { withoutPassword } from './without-password.ts';

test.each([
  [
    'postgresql://renkei:s3cret@db.internal:5432/renkei?sslmode=require',
    'postgresql://db.internal:5432/renkei',
  ],
  ['postgres://db.internal/renkei?user=renkei&password=s3cret', 'postgres://db.internal/renkei'],
  ['postgresql://renkei:s3cret@one:5432,two:5432/renkei', 'PostgreSQL'],
])('the address of a database is shown without what opens it: %s', (given, shown) => {
  expect(withoutPassword(given)).toBe(shown);
});
