/** Every step a scenario may have, one line each. Those of customers stand after a customer's name. */
import type { Step } from '../step.ts';
import { businessSendsStep, businessSendsTemplateStep } from './business.ts';
import { appChangesPhoneStep, appDisconnectsStep, appIsOpenedStep, appWritesStep } from './business-app.ts';
import { comesOnlineStep, goesOfflineStep, readsStep, sendsStep, tapsStep, writesStep } from './customer.ts';
import { blocksStep, resumesMarketingStep, stopsMarketingStep, unblocksStep } from './customer-choices.ts';
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
import { createsTemplateStep, syncsStep } from './management.ts';
import { afterStep, atStep } from './time.ts';

export const customerSteps: readonly Step[] = [
  writesStep,
  sendsStep,
  tapsStep,
  readsStep,
  goesOfflineStep,
  comesOnlineStep,
  blocksStep,
  unblocksStep,
  stopsMarketingStep,
  resumesMarketingStep,
];

export const worldSteps: readonly Step[] = [
  afterStep,
  atStep,
  businessSendsStep,
  businessSendsTemplateStep,
  createsTemplateStep,
  syncsStep,
  appWritesStep,
  appIsOpenedStep,
  appDisconnectsStep,
  appChangesPhoneStep,
  expectTextStep,
  expectTemplateStep,
  expectMessageStep,
  expectNothingStep,
  expectStatusStep,
  expectFailureStep,
  expectRefusalStep,
  expectWebhookStep,
];
