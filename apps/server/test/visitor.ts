import type { RouteDefinition } from '@renkei/contract';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; its text where it is no JSON. */
  readonly body: unknown;
}

interface RequestParts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of an answer that does not end: do not wait for its body. */
  readonly hangUpAfterHeaders?: boolean;
}

/** A browser as the server sees it: keeps its session cookie and sends the proof of origin with every request. */
export class Visitor {
  readonly #url: string;
  #cookie: string | undefined;

  constructor(url: string, cookie?: string) {
    this.#url = url;
    this.#cookie = cookie;
  }

  get cookie(): string | undefined {
    return this.#cookie;
  }

  async call(route: RouteDefinition, parts: RequestParts = {}): Promise<Answer> {
    const path = route.path.replace(/(?<=\/):(\w+)/g, (_, name: string) => parts.params?.[name] ?? name);
    const search = new URLSearchParams(parts.query);
    return this.send(route.method, search.size > 0 ? `${path}?${search.toString()}` : path, parts);
  }

  async send(
    method: string,
    path: string,
    { body, headers, hangUpAfterHeaders }: RequestParts = {},
  ): Promise<Answer> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        'x-renkei-csrf': '1',
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...(this.#cookie === undefined ? {} : { cookie: `renkei_session=${this.#cookie}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    this.#keepCookie(response.headers.getSetCookie());
    if (hangUpAfterHeaders && response.ok) {
      await response.body?.cancel();
      return { status: response.status, headers: response.headers, body: '' };
    }
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parse(text) };
  }

  #keepCookie(given: readonly string[]): void {
    for (const line of given) {
      const value = /^renkei_session=([^;]*)/.exec(line)?.[1];
      if (value !== undefined) this.#cookie = value === '' ? undefined : value;
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
