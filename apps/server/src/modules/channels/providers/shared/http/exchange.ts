import { type Dispatcher, errors } from 'undici';
import { crashPoint } from '#platform/crash-point';

export interface ExchangeRequest {
  readonly origin: string;
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From the first byte out to the last byte in. */
  readonly timeoutMs: number;
}

/**
 * How one HTTP exchange ended. `bytesWritten: false` is a promise: undici reports the start of a request before it writes
 * its first byte, so without that report nothing of it can have reached the other side.
 */
export type Exchange =
  | {
      readonly ended: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
      readonly body: string;
    }
  | { readonly ended: 'failed'; readonly bytesWritten: boolean; readonly error: Error };

/** Answers of Graph to sends are a few hundred bytes; whatever is longer is not one. */
const maxAnswerBytes = 4 * 1024 * 1024;

/** One request, one try: no redirect is followed and nothing is repeated. Never throws. */
export function exchange(dispatcher: Dispatcher, request: ExchangeRequest): Promise<Exchange> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let bytesWritten = false;
    let status = 0;
    let headers: Readonly<Record<string, string | readonly string[] | undefined>> = {};
    let abort: ((reason: Error) => void) | undefined;
    let failure: Error | undefined;
    const timer = setTimeout(
      () => fail(new errors.HeadersTimeoutError('No answer in time')),
      request.timeoutMs,
    );

    function fail(error: Error): void {
      clearTimeout(timer);
      failure = error;
      resolve({ ended: 'failed', bytesWritten, error });
      abort?.(error);
    }

    dispatcher.dispatch(
      {
        origin: request.origin,
        path: request.path,
        method: request.method,
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: request.body }),
      },
      {
        onRequestStart(controller) {
          // It waited for a connection until its time was up, and was told not to be sent: now it must not be.
          if (failure) return controller.abort(failure);
          abort = (reason) => controller.abort(reason);
          bytesWritten = true;
          setImmediate(crashPoint, 'provider.bytes-written');
        },
        onResponseStart(_controller, statusCode, received) {
          status = statusCode;
          headers = received;
        },
        onResponseData(_controller, chunk) {
          size += chunk.byteLength;
          if (size <= maxAnswerBytes) chunks.push(chunk);
          else fail(new Error('The answer is too long'));
        },
        onResponseEnd() {
          clearTimeout(timer);
          resolve({ ended: 'answered', status, headers, body: Buffer.concat(chunks).toString('utf8') });
        },
        onResponseError(_controller, error) {
          fail(error);
        },
      },
    );
  });
}
