/** The moment of some Unix seconds; null where nobody gave any, or some that are no date. */
export function instantOf(seconds: number | undefined): string | null {
  const date = new Date((seconds ?? Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
