import type { Edges } from '../graph-call.ts';

export const flowEdges: Edges<'flow'> = {};
