import type { ContentOf, TemplateButtonParameter } from '@renkei/contract';
import {
  ClipboardCopy,
  ClipboardList,
  ExternalLink,
  KeyRound,
  ListChecks,
  type LucideIcon,
  MousePointerClick,
  Phone,
  PhoneCall,
  ReceiptText,
  Reply,
  ShoppingBag,
  Store,
} from 'lucide-react';
import { Invoice } from '../commerce/invoice.tsx';
import { type Action, ActionList } from '../parts/action-list.tsx';
import { ProductSections } from '../parts/product-sections.tsx';
import { Unfold } from '../parts/unfold.tsx';

type RenderedButton = NonNullable<ContentOf<'template'>['rendered']>['buttons'][number];

interface ButtonKind {
  readonly icon: LucideIcon;
  /** What its value opens, if it opens something. */
  readonly href?: (value: string) => string;
  /** Its value is worth reading. */
  readonly isShown?: true;
}

/** By Meta's kinds of button, in lower case; the list is open. */
const buttonKinds: Readonly<Record<string, ButtonKind>> = {
  quick_reply: { icon: Reply },
  url: { icon: ExternalLink, href: (value) => value },
  phone_number: { icon: Phone, href: (value) => `tel:${value}`, isShown: true },
  copy_code: { icon: ClipboardCopy, isShown: true },
  otp: { icon: KeyRound, isShown: true },
  flow: { icon: ClipboardList },
  catalog: { icon: Store },
  mpm: { icon: ListChecks },
  spm: { icon: ShoppingBag },
  voice_call: { icon: PhoneCall },
  order_details: { icon: ReceiptText },
};

const unknownKind: ButtonKind = { icon: MousePointerClick };

interface TemplateButtonsProps {
  readonly buttons: readonly RenderedButton[];
  readonly parameters?: readonly TemplateButtonParameter[];
}

export function TemplateButtons({ buttons, parameters = [] }: TemplateButtonsProps) {
  // What opens here is its own button.
  const opened = new Set(parameters.filter(({ type }) => type === 'multi_product').map(({ index }) => index));
  return (
    <>
      {parameters.map((parameter) => (
        <Behind key={parameter.index} parameter={parameter} label={buttons[parameter.index]?.text} />
      ))}
      <ActionList actions={buttons.filter((_, index) => !opened.has(index)).map(actionOf)} />
    </>
  );
}

function actionOf({ type, text, value }: RenderedButton): Action {
  const { icon, href, isShown } = buttonKinds[type] ?? unknownKind;
  return {
    icon,
    label: text,
    href: value === null ? undefined : href?.(value),
    detail: isShown === true && value !== null ? value : undefined,
  };
}

/** What a button opens that we have sent along: products, an invoice. */
function Behind({
  parameter,
  label,
}: {
  readonly parameter: TemplateButtonParameter;
  readonly label?: string | undefined;
}) {
  if (parameter.type === 'order_details') return <Invoice order={parameter.order} />;
  if (parameter.type !== 'multi_product') return null;
  return (
    <Unfold label={label}>
      <ProductSections sections={parameter.sections} />
    </Unfold>
  );
}
