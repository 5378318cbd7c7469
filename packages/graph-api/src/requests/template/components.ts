import { z } from 'zod';
import {
  bodyParameter,
  couponCodeParameter,
  headerParameter,
  payloadParameter,
  requireOneNaming,
  textParameter,
} from './parameters.ts';

const header = z.strictObject({ type: z.literal('header'), parameters: z.array(headerParameter).length(1) });

const body = z.strictObject({
  type: z.literal('body'),
  parameters: z.array(bodyParameter).min(1).superRefine(requireOneNaming),
});

/** The button's place among the template's buttons, from 0. Meta takes a string or a number; a string here. */
const index = z.union([z.string().regex(/^\d$/), z.number().int().min(0).max(9).transform(String)], {
  error: 'must be a button index from 0 to 9',
});

function buttonOf<const SubType extends string, Parameter extends z.ZodType>(
  subType: SubType,
  parameter: Parameter,
) {
  return z.strictObject({
    type: z.literal('button'),
    sub_type: z.literal(subType),
    index,
    parameters: z.array(parameter).length(1),
  });
}

const button = z.discriminatedUnion('sub_type', [
  buttonOf('quick_reply', payloadParameter),
  /** The text completes the address; also carries the code of authentication templates. */
  buttonOf('url', textParameter),
  buttonOf('copy_code', couponCodeParameter),
]);

/** A component of a template send. Meta ignores the case of `type` and `sub_type`; lower case here. */
export const templateComponent = z.preprocess(
  lowerCaseKinds,
  z.discriminatedUnion('type', [header, body, button]),
);

function lowerCaseKinds(component: unknown): unknown {
  if (typeof component !== 'object' || component === null || Array.isArray(component)) return component;
  return Object.fromEntries(
    Object.entries(component).map(([key, value]) => [
      key,
      (key === 'type' || key === 'sub_type') && typeof value === 'string' ? value.toLowerCase() : value,
    ]),
  );
}
