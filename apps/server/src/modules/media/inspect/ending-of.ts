/** What follows the last point of a name, in lower case; empty where there is none. */
export function endingOf(fileName: string | null): string {
  return /\.([^.]+)$/.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
}
