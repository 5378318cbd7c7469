import { CheckboxGroup } from './CheckboxGroup.tsx';
import { DatePicker } from './DatePicker.tsx';
import { Dropdown } from './Dropdown.tsx';
import { EmbeddedLink } from './EmbeddedLink.tsx';
import { Footer } from './Footer.tsx';
import type { FlowComponent } from './flow-component.ts';
import { Image } from './Image.tsx';
import { OptIn } from './OptIn.tsx';
import { RadioButtonsGroup } from './RadioButtonsGroup.tsx';
import { TextArea } from './TextArea.tsx';
import { TextInput } from './TextInput.tsx';
import { TextBody, TextCaption, TextHeading, TextSubheading } from './texts.tsx';

/** Every component of Flow JSON a virtual phone can show, by its `type`. */
const components = new Map<string, FlowComponent>([
  ['TextHeading', TextHeading],
  ['TextSubheading', TextSubheading],
  ['TextBody', TextBody],
  ['TextCaption', TextCaption],
  ['RichText', TextBody],
  ['TextInput', TextInput],
  ['TextArea', TextArea],
  ['Dropdown', Dropdown],
  ['RadioButtonsGroup', RadioButtonsGroup],
  ['CheckboxGroup', CheckboxGroup],
  ['ChipsSelector', CheckboxGroup],
  ['DatePicker', DatePicker],
  ['CalendarPicker', DatePicker],
  ['OptIn', OptIn],
  ['EmbeddedLink', EmbeddedLink],
  ['Image', Image],
  ['Footer', Footer],
]);

export const findFlowComponent = (type: string): FlowComponent | undefined => components.get(type);
