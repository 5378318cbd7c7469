import type { FastifyInstance } from 'fastify';
import type { Runtime } from '../../runtime.ts';
import { listCodes } from './list-codes.ts';
import { runSignup, signupSchema } from './run-signup.ts';

/** How businesses come to the platform, without a browser: codes to read, and whole sign-ups. */
export function addOnboardingRoutes(server: FastifyInstance, { simulation }: Runtime): void {
  server.get('/control/codes', () => ({ codes: listCodes(simulation.world) }));
  server.post('/control/signup', (request) => runSignup(simulation, signupSchema.parse(request.body ?? {})));
}
