import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplateDefinition } from '../templates/definition.ts';
import { arbitraryTemplateDefinition } from './arbitrary-template-definition.ts';

describe('generated template definitions', () => {
  it('are accepted as they are, every one', () => {
    fc.assert(
      fc.property(arbitraryTemplateDefinition(), (definition) => {
        expect(parseTemplateDefinition(definition)).toEqual({ ok: true, value: definition });
      }),
      { numRuns: 300 },
    );
  });

  it('are refused once a key is added or a part doubled', () => {
    fc.assert(
      fc.property(arbitraryTemplateDefinition(), (definition) => {
        const { components } = definition;
        expect(parseTemplateDefinition({ ...definition, colour: 'red' })).toMatchObject({ ok: false });
        expect(
          parseTemplateDefinition({ ...definition, components: [...components, components[0]] }),
        ).toMatchObject({
          ok: false,
          problem: { code: 100 },
        });
      }),
    );
  });

  it('are of the asked-for categories only', () => {
    fc.assert(
      fc.property(arbitraryTemplateDefinition({ categories: ['UTILITY'] }), ({ category }) => {
        expect(category).toBe('UTILITY');
      }),
    );
  });
});
