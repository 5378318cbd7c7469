export type VoiceProblem = 'noMicrophone' | 'denied' | 'unsupported' | 'failed';

const PROBLEMS = new Map<string, VoiceProblem>([
  ['NotFoundError', 'noMicrophone'],
  ['NotReadableError', 'noMicrophone'],
  ['OverconstrainedError', 'noMicrophone'],
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotSupportedError', 'unsupported'],
]);

/** Which sentence explains an error of getUserMedia (W3C Media Capture: exception names). */
export function voiceProblemOf(error: unknown): VoiceProblem {
  return (error instanceof DOMException && PROBLEMS.get(error.name)) || 'failed';
}
