import { openTcpProxy, type TcpProxy } from '../tcp-proxy.ts';
import type { ClusterNode } from './node.ts';

/** What stands before the API nodes of an installation: each connection goes to the next of those that are up. */
export function startBalancer(nodes: () => readonly ClusterNode[]): Promise<TcpProxy> {
  let turn = 0;
  return openTcpProxy(() => {
    const apis = nodes().filter(({ role }) => role !== 'worker');
    const up = apis.filter((node) => node.isUp());
    const candidates = up.length > 0 ? up : apis;
    turn += 1;
    return { port: candidates[turn % candidates.length]?.port ?? 1 };
  });
}
