import { messageLimits } from '../../requests/limits.ts';

interface BoundedText {
  /** Of the path as `formatPath` writes it. */
  readonly at: RegExp;
  readonly max: number;
}

/** Texts that must not be empty and have a greatest length, by where they stand. */
export const boundedTexts: readonly BoundedText[] = [
  { at: /^text\.body$/, max: messageLimits.textBody },
  { at: /^(image|video|document)\.caption$/, max: messageLimits.caption },
  { at: /^biz_opaque_callback_data$/, max: messageLimits.callbackData },
  { at: /^interactive\.header\.text$/, max: messageLimits.headerText },
  { at: /^interactive\.footer\.text$/, max: messageLimits.footer },
  { at: /\.reply\.id$/, max: messageLimits.replyButtonId },
  { at: /\.reply\.title$/, max: messageLimits.replyButtonTitle },
  { at: /^interactive\.action\.button$/, max: messageLimits.listButton },
  { at: /\.rows\[\d+\]\.id$/, max: messageLimits.listRowId },
  { at: /\.rows\[\d+\]\.title$/, max: messageLimits.listRowTitle },
  { at: /\.rows\[\d+\]\.description$/, max: messageLimits.listRowDescription },
  { at: /\.flow_cta$/, max: messageLimits.flowButton },
  {
    at: /^interactive\.action\.(cards\[\d+\]\.action\.)?parameters\.display_text$/,
    max: messageLimits.ctaUrlButton,
  },
  { at: /\.order\.items\[\d+\]\.name$/, max: messageLimits.orderItemName },
  { at: /^template\.name$/, max: messageLimits.templateName },
  { at: /\.coupon_code$/, max: messageLimits.couponCode },
];
