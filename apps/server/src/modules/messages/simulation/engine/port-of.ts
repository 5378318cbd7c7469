/** A port of which only a part is simulated: whoever asks for more is told so by name. */
export function portOf<Port extends object>(name: string, simulated: Partial<Port>): Port {
  return new Proxy(simulated, {
    get(target, property) {
      // A promise asks whether what it is given is one; printing asks for symbols.
      if (property in target || property === 'then' || typeof property === 'symbol') {
        return Reflect.get(target, property);
      }
      throw new Error(`The simulation has no ${name}.${String(property)} yet: see docs/simulation.md`);
    },
    // What is missing throws by its name, so callers may rely on the whole port.
  }) as Port;
}
