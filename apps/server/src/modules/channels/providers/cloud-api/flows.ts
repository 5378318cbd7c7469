import { flowList, nextCursor } from '@renkei/graph-api';
import type { ProviderFlow } from '../../port.ts';
import type { GraphCaller } from './graph-caller.ts';

/** Ten pages of a hundred: nobody chooses from more by hand. */
const maxPages = 10;

export async function listFlows(caller: GraphCaller, wabaId: string): Promise<readonly ProviderFlow[]> {
  const flows: ProviderFlow[] = [];
  let after: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const query = {
      fields: 'id,name,status,categories',
      limit: '100',
      ...(after === undefined ? {} : { after }),
    };
    const answer = await caller.call({ path: `/${wabaId}/flows`, query }, flowList);
    flows.push(
      ...answer.data.map(({ id, name, status, categories }) => ({
        flowId: id,
        name: name ?? id,
        status: status ?? '',
        categories,
      })),
    );
    after = nextCursor(answer);
    if (after === undefined) break;
  }
  return flows;
}
