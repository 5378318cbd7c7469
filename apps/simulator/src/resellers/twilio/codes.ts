/** Meta's codes as Twilio tells them. (Twilio, "Error and warning dictionary", 2026-11) */
const codes: ReadonlyMap<number, number> = new Map([
  [131047, 63016],
  [131026, 63024],
  [131021, 63031],
  [131049, 63049],
  [131050, 63013],
  [130472, 63032],
  [131053, 63019],
  [131052, 63019],
  [132000, 63028],
  [132001, 63027],
  [132005, 63021],
  [132007, 63040],
  [132012, 63028],
  [132015, 63041],
  [132016, 63042],
  [131042, 63020],
  [131031, 63051],
  [368, 63051],
  [130429, 63018],
  [131048, 63018],
  [131056, 63018],
  [131051, 63005],
  [131008, 63005],
  [131009, 63005],
  [133010, 63001],
]);

const unknownCode = 63012;

export function twilioCodeOf(metaCode: number): number {
  return codes.get(metaCode) ?? unknownCode;
}
