/** The scenario itself is wrong, or what it expects did not happen. */
export class ScenarioFault extends Error {
  override readonly name = 'ScenarioFault';
  readonly line: number;

  constructor(path: string, line: number, message: string) {
    super(`${path}:${line}: ${message}`);
    this.line = line;
  }
}
