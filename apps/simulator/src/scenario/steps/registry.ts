/** Every step a scenario may have, one line each. Those of customers stand after a customer's name. */
import type { Step } from '../step.ts';
import { businessSendsStep, businessSendsTemplateStep } from './business.ts';
import { comesOnlineStep, goesOfflineStep, readsStep, sendsStep, tapsStep, writesStep } from './customer.ts';
import {
  expectMessageStep,
  expectNothingStep,
  expectTemplateStep,
  expectTextStep,
} from './expect-message.ts';
import {
  expectFailureStep,
  expectRefusalStep,
  expectStatusStep,
  expectWebhookStep,
} from './expect-outcome.ts';
import { afterStep, atStep } from './time.ts';

export const customerSteps: readonly Step[] = [
  writesStep,
  sendsStep,
  tapsStep,
  readsStep,
  goesOfflineStep,
  comesOnlineStep,
];

export const worldSteps: readonly Step[] = [
  afterStep,
  atStep,
  businessSendsStep,
  businessSendsTemplateStep,
  expectTextStep,
  expectTemplateStep,
  expectMessageStep,
  expectNothingStep,
  expectStatusStep,
  expectFailureStep,
  expectRefusalStep,
  expectWebhookStep,
];
