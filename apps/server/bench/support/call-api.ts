import type { Product } from './product.ts';

/** What lets a request in as the owner. */
export function headersOf({ cookie }: Product): Record<string, string> {
  return {
    cookie: `renkei_session=${cookie}`,
    'x-renkei-csrf': '1',
  };
}

/** Asks the product's API as its owner; POST when there is a body. */
export async function callApi(product: Product, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${product.port}${path}`, {
    headers: { ...headersOf(product), 'content-type': 'application/json' },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
