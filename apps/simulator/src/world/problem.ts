/** Why something Meta would refuse is refused, in Meta's numbers; the Graph API and the pages each say it in their way. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: number;
  readonly subcode: number | undefined;
  /** Short title for a person, beside the message. */
  readonly title: string | undefined;

  constructor(
    code: number,
    message: string,
    more: { readonly subcode?: number; readonly title?: string } = {},
  ) {
    super(message);
    this.code = code;
    this.subcode = more.subcode;
    this.title = more.title;
  }
}
