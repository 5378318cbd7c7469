import type { TemplateButton } from '../../../world/templates/template-shape.ts';
import { listVariables } from '../../../world/templates/template-text.ts';
import { GraphError } from '../../graph-error.ts';
import type { SentComponent } from './sent-component.ts';

interface ButtonRule {
  /** The `sub_type` a send gives its parameter under. */
  readonly subType: string;
  /** Left out, the send fails. */
  readonly required: boolean;
}

/** Which parameter a kind of button takes; kinds that are not here take none. */
const buttonRules: Readonly<Record<string, ButtonRule>> = {
  QUICK_REPLY: { subType: 'quick_reply', required: false },
  URL: { subType: 'url', required: true },
  OTP: { subType: 'url', required: true },
  COPY_CODE: { subType: 'copy_code', required: true },
  FLOW: { subType: 'flow', required: false },
  CATALOG: { subType: 'catalog', required: false },
  MPM: { subType: 'mpm', required: true },
  SPM: { subType: 'spm', required: false },
  VOICE_CALL: { subType: 'voice_call', required: false },
  ORDER_DETAILS: { subType: 'order_details', required: true },
};

type SentButton = Extract<SentComponent, { type: 'button' }>;

export function checkButtons(
  { place }: { readonly place: string },
  buttons: readonly TemplateButton[],
  sent: readonly SentComponent[],
): void {
  const given = sent.filter((component) => component.type === 'button');
  const at = (index: number) => `${place}buttons: Button at index ${index}`;
  buttons.forEach((button, index) => {
    const rule = ruleOf(button);
    const component = findButton(given, button, index);
    if (component && !rule) {
      throw new GraphError(132000, { details: `${at(index)} of type ${button.type} takes no parameter` });
    }
    if (component && component.sub_type !== rule?.subType) {
      throw new GraphError(132012, {
        details: `${at(index)} is of type ${button.type}, received ${component.sub_type}`,
      });
    }
    if (!component && rule?.required) {
      throw new GraphError(131008, {
        details: `${at(index)} of type ${button.type} requires a parameter`,
      });
    }
  });
  const stray = given.find((component) => !buttons.some((button, index) => isFor(component, button, index)));
  if (stray)
    throw new GraphError(132012, { details: `${place}buttons: No button at this index in the template` });
}

/** A URL without a variable takes nothing. */
function ruleOf(button: TemplateButton): ButtonRule | undefined {
  const isFixed = button.type === 'URL' && listVariables(button.url ?? '').length === 0;
  return isFixed ? undefined : buttonRules[button.type];
}

function findButton(given: readonly SentButton[], button: TemplateButton, index: number) {
  return given.find((component) => isFor(component, button, index));
}

/** A voice-call button is named by its kind, every other one by its place. */
function isFor(component: SentButton, button: TemplateButton, index: number): boolean {
  if (component.sub_type === 'voice_call') return button.type === 'VOICE_CALL';
  return component.index === String(index);
}
