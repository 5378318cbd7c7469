/**
 * Node's arguments that keep the server small, both in MB. Left to itself the engine takes some 50 MB more for short-lived
 * values than the server's work needs, and lets the heap grow by another hundred before it looks for what is no longer
 * used. What is in use under load is some 50 MB: the limit is ten times that. Collecting on demand is for the moment at
 * which everything is loaded (main.ts).
 */
export const serverMemory = ['--max-semi-space-size=8', '--max-old-space-size=512', '--expose-gc'] as const;

/**
 * The simulator keeps its ledgers on disk and needs some 100 MB for a million messages; unbounded, the engine collects so
 * late that it holds several times that.
 */
export const simulatorMemory = ['--max-semi-space-size=8', '--max-old-space-size=512'] as const;
