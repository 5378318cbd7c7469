import type { Edges } from '../graph-call.ts';

export const groupEdges: Edges<'group'> = {};
