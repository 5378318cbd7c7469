import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Runtime } from '../../runtime.ts';
import { disconnect, offboard, reconnect } from '../../world/coexistence/disconnect.ts';
import { openBusinessApp } from '../../world/coexistence/heartbeat.ts';
import { requirePhoneNumber } from '../require-phone-number.ts';
import { requireBusinessApp } from './require-business-app.ts';

const deviceSchema = z.strictObject({ step: z.enum(['leave', 'return']) });

type BusinessParams = { Params: { phoneNumberId: string } };

/** What the owner of a Business app does with its connection to the Cloud API. */
export function addConnectionRoutes(server: FastifyInstance, { simulation }: Runtime): void {
  const { world } = simulation;

  server.post<BusinessParams>('/businesses/:phoneNumberId/open', (request) => {
    const { id } = requireBusinessApp(world, request.params.phoneNumberId);
    openBusinessApp(simulation, id);
    return { opened: true };
  });

  server.post<BusinessParams>('/businesses/:phoneNumberId/disconnect', (request) => {
    const { id } = requireBusinessApp(world, request.params.phoneNumberId);
    return { disconnected: disconnect(simulation, id, { reason: 'ACCOUNT_DISCONNECTED', by: 'USER' }) };
  });

  // A new phone: it leaves the platform, and is connected again by itself some minutes later.
  server.post<BusinessParams>('/businesses/:phoneNumberId/change-device', (request) => {
    const { id } = requirePhoneNumber(world, request.params.phoneNumberId);
    const { step } = deviceSchema.parse(request.body);
    const isChanged = step === 'leave' ? offboard(simulation, id) : reconnect(simulation, id);
    if (!isChanged) throw new Refusal(409, `The Business app of ${id} cannot ${step} now`);
    return { step };
  });
}
