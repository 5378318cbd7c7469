import { northAmericanAreas, zonesOfUnknownArea } from './north-american-areas.ts';

interface Area {
  readonly country: 'US' | 'CA';
  readonly zones: readonly string[];
}

const areas: ReadonlyMap<string, Area> = new Map(
  northAmericanAreas.flatMap(({ country, zones, areas: codes }) =>
    codes.split(/\s+/).map((code) => [code, { country, zones }] as const),
  ),
);

const northAmericanNumber = /^1(\d{3})\d{7}$/;

/** Of digits with country code; undefined: no number of the United States or Canada, or an area that is none. */
export function findNorthAmericanArea(phone: string): Area | undefined {
  return areas.get(northAmericanNumber.exec(phone)?.[1] ?? '');
}

export function isInUnitedStates(phone: string): boolean {
  return findNorthAmericanArea(phone)?.country === 'US';
}

export { zonesOfUnknownArea };
