import type { Step } from '../step.ts';
import { accountStep } from './account.tsx';
import { businessAppStep } from './business-app.tsx';
import { numberStep } from './number.tsx';
import { permissionsStep } from './permissions.tsx';
import { verifyStep } from './verify.tsx';

/** The screens in their order; those that are not needed are left out. */
export const steps: readonly Step[] = [accountStep, numberStep, verifyStep, businessAppStep, permissionsStep];
