import { z } from 'zod';
import type { PhoneNumber } from '../../../world/entities.ts';
import type { QrCode } from '../../../world/numbers/number-settings.ts';
import { page } from '../../fields/page.ts';
import { type FieldRequest, parseFields } from '../../fields/parse-fields.ts';
import { type Edges, type GraphCall, managementScope, textParameter } from '../../graph-call.ts';
import { GraphError, unknownField } from '../../graph-error.ts';
import { readInput } from '../../input/read-input.ts';
import { graphTextOf } from '../../input/values.ts';

const mostCodes = 2000;
const codeLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const codeLength = 14;

/** In either case: Meta's page writes SVG, clients in use send svg. */
const imageFormat = z.preprocess(
  (format) => (typeof format === 'string' ? format.toUpperCase() : format),
  z.enum(['PNG', 'SVG']),
);
const createSchema = z.object({
  prefilled_message: graphTextOf(140, 1),
  generate_qr_image: imageFormat.optional(),
});
const updateSchema = z.object({ code: z.string(), prefilled_message: graphTextOf(140, 1) });

/** `/{phone-number-id}/message_qrdls`: short links with a prefilled message, and their QR codes. */
export const qrCodeEdges: Edges<'phoneNumber'> = {
  'GET message_qrdls': {
    scope: managementScope,
    handle(call) {
      const { world } = call.simulation;
      const code = textParameter(call, 'code');
      const codes = [...world.qrCodes.values()]
        .filter(({ phoneNumberId }) => phoneNumberId === call.node.id)
        .filter((qrCode) => code === undefined || qrCode.code === code)
        .reverse();
      return page(call, `${call.node.id}/message_qrdls`, codes, (qrCode) => show(call, qrCode));
    },
  },
  'POST message_qrdls': {
    scope: managementScope,
    handle: (call) => (call.parameters.code === undefined ? create(call) : update(call)),
  },
  'GET message_qrdls/:code': {
    scope: managementScope,
    handle: (call) => ({ data: [show(call, require(call, call.pathParameters.code))] }),
  },
  'POST message_qrdls/:code': {
    scope: managementScope,
    handle: (call) => update({ ...call, parameters: { ...call.parameters, ...call.pathParameters } }),
  },
  'DELETE message_qrdls/:code': {
    scope: managementScope,
    handle(call) {
      const { code } = require(call, call.pathParameters.code);
      call.simulation.commit({ kind: 'entity-removed', entity: 'qrCodes', key: code });
      return { success: true };
    },
  },
};

function create(call: GraphCall<PhoneNumber>): unknown {
  const { simulation, node } = call;
  const { prefilled_message: prefilledMessage, generate_qr_image: format } = readInput(call, createSchema);
  const own = [...simulation.world.qrCodes.values()].filter(({ phoneNumberId }) => phoneNumberId === node.id);
  if (own.length >= mostCodes) {
    throw new GraphError(100, { message: `(#100) A phone number can have at most ${mostCodes} QR codes.` });
  }
  const qrCode = {
    code: newCode(call),
    phoneNumberId: node.id,
    prefilledMessage,
    createdAt: simulation.clock.now(),
  };
  simulation.commit({ kind: 'entities', entities: { qrCodes: [qrCode] } });
  return describe(call, qrCode, format);
}

function update(call: GraphCall<PhoneNumber>): unknown {
  const { code, prefilled_message: prefilledMessage } = readInput(call, updateSchema);
  const qrCode = { ...require(call, code), prefilledMessage };
  call.simulation.commit({ kind: 'entities', entities: { qrCodes: [qrCode] } });
  return describe(call, qrCode, undefined);
}

function require({ simulation, node }: GraphCall<PhoneNumber>, code: string | undefined): QrCode {
  const qrCode = simulation.world.qrCodes.get(code ?? '');
  if (qrCode?.phoneNumberId === node.id) return qrCode;
  throw new GraphError(100, { message: '(#100) The QR code does not exist.' });
}

function newCode({ simulation }: GraphCall<PhoneNumber>): string {
  const letter = () => codeLetters[simulation.random.integer(0, codeLetters.length - 1)];
  return Array.from({ length: codeLength }, letter).join('');
}

/** The default fields, or those asked for; the image's format is an argument: `qr_image_url.format(PNG)`. */
function show(call: GraphCall<PhoneNumber>, qrCode: QrCode): unknown {
  const asked = textParameter(call, 'fields');
  if (!asked) return describe(call, qrCode, undefined);
  const requests = parseFields(asked);
  const image = requests.find(({ name }) => name === 'qr_image_url');
  const whole: Readonly<Record<string, unknown>> = describe(call, qrCode, image && formatOf(image));
  return Object.fromEntries(
    requests.map(({ name }) => {
      if (!Object.hasOwn(whole, name)) throw unknownField(name, 'WhatsAppMessageQRDL');
      return [name, whole[name]];
    }),
  );
}

function formatOf(request: FieldRequest): z.infer<typeof imageFormat> {
  return imageFormat.catch('SVG').parse(request.arguments.format);
}

function describe(
  { simulation }: GraphCall<PhoneNumber>,
  { code, prefilledMessage }: QrCode,
  format: z.infer<typeof imageFormat> | undefined,
) {
  return {
    code,
    prefilled_message: prefilledMessage,
    deep_link_url: `https://wa.me/message/${code}`,
    ...(format === undefined
      ? {}
      : { qr_image_url: `${simulation.origin()}/whatsapp_business/qr/${code}.${format.toLowerCase()}` }),
  };
}
