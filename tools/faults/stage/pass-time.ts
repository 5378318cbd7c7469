import type { Stage } from './open-stage.ts';

/** So much time goes by at once for everybody: at the provider first, since it is the provider who counts. */
export async function passTime({ control, server }: Stage, ms: number): Promise<void> {
  await control.moveClock({ advanceMs: ms });
  server.passTime(ms);
}
