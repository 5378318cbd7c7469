/** Calls to one hook at a time. */
const atFirst = 8;
const least = 2;
const most = 32;

/** How many calls each hook may be told by at a time: more with each answer, half as many when one did not come. */
export interface HookRooms {
  /** Of a hook that nothing is known of. */
  readonly usual: number;
  /** What is left, of the hooks that something is known of. */
  left(): ReadonlyMap<string, number>;
  take(hookId: string): void;
  /** `isAnswered` undefined: nobody knows. */
  giveBack(hookId: string, isAnswered: boolean | undefined): void;
}

export function createHookRooms(): HookRooms {
  const rooms = new Map<string, { readonly size: number; readonly taken: number }>();
  const roomOf = (hookId: string) => rooms.get(hookId) ?? { size: atFirst, taken: 0 };

  function keep(hookId: string, size: number, taken: number): void {
    if (size === atFirst && taken === 0) rooms.delete(hookId);
    else rooms.set(hookId, { size, taken });
  }

  return {
    usual: atFirst,
    left: () =>
      new Map([...rooms].map(([hookId, { size, taken }]) => [hookId, Math.max(0, size - taken)] as const)),
    take(hookId) {
      const { size, taken } = roomOf(hookId);
      keep(hookId, size, taken + 1);
    },
    giveBack(hookId, isAnswered) {
      const { size, taken } = roomOf(hookId);
      keep(hookId, isAnswered === undefined ? size : sizeAfter(size, isAnswered), taken - 1);
    },
  };
}

function sizeAfter(size: number, isAnswered: boolean): number {
  return isAnswered ? Math.min(most, size + 1) : Math.max(least, Math.floor(size / 2));
}
