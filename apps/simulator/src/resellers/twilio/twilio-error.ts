/** A refusal in Twilio's envelope. */
export class TwilioError extends Error {
  override readonly name = 'TwilioError';
  readonly code: number;
  readonly httpStatus: number;

  constructor(code: number, message: string, httpStatus = 400) {
    super(message);
    this.code = code;
    this.httpStatus = httpStatus;
  }

  toJSON() {
    const { code, message, httpStatus: status } = this;
    return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  }
}

export function notFound(path: string): TwilioError {
  return new TwilioError(20404, `The requested resource ${path} was not found`, 404);
}
