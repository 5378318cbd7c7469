/** A refusal of 360dialog's own, which never reached Meta. */
export class Dialog360Error extends Error {
  override readonly name = 'Dialog360Error';
  readonly httpStatus: number;

  constructor(httpStatus: number, message: string) {
    super(message);
    this.httpStatus = httpStatus;
  }

  toJSON() {
    return { meta: { success: false, http_code: this.httpStatus, developer_message: this.message } };
  }
}
