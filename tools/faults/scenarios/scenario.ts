import type { CrashPoint } from '../../../apps/server/src/platform/crash-point/index.ts';
import type { Finding } from '../invariants/invariant.ts';
import type { Stage } from '../stage/open-stage.ts';

export const profileNames = ['quick', 'standard', 'long'] as const;
export type ProfileName = (typeof profileNames)[number];

export type OwnStage = 'ordinary' | 'small disk';

/** What may go wrong, on a stage that was well before and is drained after. The invariants judge; more is told as findings. */
export interface Scenario<Sizes = never> {
  readonly name: string;
  readonly says: string;
  /** The points at which it ends servers. */
  readonly points: readonly CrashPoint[];
  /** How much in each profile; null: it is no part of that one. Bounded: no scenario runs until somebody stops it. */
  readonly sizes: Readonly<Record<ProfileName, Sizes | null>>;
  /** A stage that it does not share: so long that others are played beside it, or a file system that can be filled. */
  readonly ownStage?: OwnStage;
  run(stage: Stage, sizes: Sizes, random: () => number): Promise<readonly Finding[]>;
}

/** A scenario whose sizes are its own business. */
export interface RunnableScenario {
  readonly name: string;
  readonly says: string;
  readonly points: readonly CrashPoint[];
  readonly ownStage?: OwnStage | undefined;
  isIn(profile: ProfileName): boolean;
  run(stage: Stage, profile: ProfileName, random: () => number): Promise<readonly Finding[]>;
}

export function defineScenario<Sizes>(scenario: Scenario<Sizes>): RunnableScenario {
  const { name, says, points, sizes } = scenario;
  return {
    name,
    says,
    points,
    ownStage: scenario.ownStage,
    isIn: (profile) => sizes[profile] !== null,
    async run(stage, profile, random) {
      const size = sizes[profile];
      return size === null ? [] : await scenario.run(stage, size, random);
    },
  };
}

/** A scenario that builds what it needs itself, and judges it. */
export interface LonelyScenario {
  readonly name: string;
  readonly says: string;
  isIn(profile: ProfileName): boolean;
  runAlone(
    profile: ProfileName,
    random: () => number,
    /** Of its figures. */
    say: (line: string) => void,
  ): Promise<readonly Finding[]>;
}
