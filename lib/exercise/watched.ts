/** Parameters that tell which of their top-level keys are read, and what numbers stand below each. */

interface Leaves {
  all: readonly number[];
  /** The largest absolute one. */
  largest: number;
}

export class Watched<P> {
  /** The parameters themselves; reading them tells nothing. */
  readonly plain: P;
  readonly watched: P;
  readonly #leaves = new Map<string, Leaves>();

  constructor(p: P, report: (key: string) => void) {
    this.plain = p;
    this.watched = watch(p, report);
  }

  leaves(key: string): readonly number[] {
    return this.#below(key).all;
  }

  largest(key: string): number {
    return this.#below(key).largest;
  }

  #below(key: string): Leaves {
    const known = this.#leaves.get(key);
    if (known) return known;
    const { plain } = this;
    const all: number[] = [];
    collect(typeof plain === "object" && plain !== null ? Reflect.get(plain, key) : undefined, all);
    const found = { all, largest: all.reduce((most, x) => Math.max(most, Math.abs(x)), 0) };
    this.#leaves.set(key, found);
    return found;
  }
}

function watch<P>(p: P, report: (key: string) => void): P {
  if (typeof p !== "object" || p === null) return p;
  return new Proxy(p, {
    get(target, key) {
      if (typeof key === "string") report(key);
      return Reflect.get(target, key);
    },
  });
}

function collect(value: unknown, into: number[]): void {
  if (typeof value === "number") into.push(value);
  else if (Array.isArray(value)) for (const inner of value) collect(inner, into);
  else if (typeof value === "object" && value !== null) collect(Object.values(value), into);
}
