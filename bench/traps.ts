/** Traps for code that looks a typed name up on an object, runs it, or leaves something behind. */

const globals = () => Reflect.ownKeys(globalThis).map(String).sort().join(" ");
const prototypes = [Object, Array, String, Number, Function, Map, Set, RegExp].map((known): object => known.prototype);

export interface Traps {
  /** What was reached since the last call. */
  sprung(): string[];
  /** What is not as it was; empty where everything is. */
  changed(): string[];
}

/**
 * Lays a getter under each name on Object.prototype, takes away eval and Function, and freezes the built-in prototypes.
 * For a process of its own: nothing of this is undone.
 */
export function layTraps(names: readonly string[]): Traps {
  const reached: string[] = [];
  for (const name of names)
    Object.defineProperty(Object.prototype, name, {
      get() {
        reached.push(name);
        return undefined;
      },
    });
  for (const name of ["eval", "Function"])
    Object.defineProperty(globalThis, name, {
      value: () => {
        reached.push(name);
      },
    });
  for (const prototype of prototypes) Object.freeze(prototype);
  const before = globals();
  return {
    sprung: () => reached.splice(0),
    changed: () => (globals() === before ? [] : [`globals: ${globals()}`]),
  };
}
