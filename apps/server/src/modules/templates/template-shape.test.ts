import { describe, expect, it } from 'vitest';
import { checkTemplateParameters, renderTemplate } from './render-template.ts';
import { readTemplateShape } from './template-shape.ts';

describe('a template', () => {
  it('takes positional variables by their number, wherever they stand', () => {
    const shape = readTemplateShape(
      [{ type: 'BODY', text: '{{2}} before {{1}}, again {{2}}' }],
      'POSITIONAL',
    );
    expect(shape.variables.body).toEqual(['1', '2']);
    const { body } = renderTemplate(shape, { headerParameters: [], bodyParameters: ['one', 'two'] });
    expect(body).toBe('two before one, again two');
  });

  it('takes named variables in the order in which they appear first', () => {
    const shape = readTemplateShape(
      [
        { type: 'HEADER', format: 'TEXT', text: 'For {{name}}' },
        { type: 'BODY', text: '{{order_no}} of {{ shop }}, {{order_no}}' },
      ],
      'NAMED',
    );
    expect(shape.variables).toEqual({ header: ['name'], body: ['order_no', 'shop'] });
    expect(renderTemplate(shape, { headerParameters: ['Amara'], bodyParameters: ['2214', 'Kiln'] })).toEqual({
      header: 'For Amara',
      body: '2214 of Kiln, 2214',
      footer: null,
      buttons: [],
    });
  });

  it('never reads a value as a variable or as a pattern', () => {
    const shape = readTemplateShape([{ type: 'BODY', text: '{{1}} {{2}}' }], 'POSITIONAL');
    const { body } = renderTemplate(shape, { headerParameters: [], bodyParameters: ['{{2}}', '$1 $&'] });
    expect(body).toBe('{{2}} $1 $&');
  });

  it('needs as many values as it has variables', () => {
    const shape = readTemplateShape([{ type: 'BODY', text: 'Hi {{1}}' }], 'POSITIONAL');
    expect(checkTemplateParameters(shape, { headerParameters: [], bodyParameters: ['x'] })).toBeUndefined();
    expect(checkTemplateParameters(shape, { headerParameters: ['x'], bodyParameters: ['x'] })).toMatchObject({
      code: 'template_parameters_wrong',
    });
  });

  it.each([
    [[{ type: 'BODY', text: 'x' }], true],
    [[{ type: 'HEADER', format: 'DOCUMENT' }], false],
    [[{ type: 'CAROUSEL' }], false],
    [[{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Yes' }] }], true],
    [[{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Go', url: 'https://x.example/{{1}}' }] }], false],
    [[{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Go', url: 'https://x.example/' }] }], true],
    [[{ type: 'BUTTONS', buttons: [{ type: 'OTP', text: 'Copy' }] }], false],
  ])('is sendable only when every part can be filled in (%#)', (components, sendable) => {
    expect(readTemplateShape(components, 'POSITIONAL').sendable).toBe(sendable);
  });
});
