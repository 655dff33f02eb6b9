/** Ticked options as the text of an answer: their ids with commas, "none", or nothing where it is still open. */
export const noneTicked = "none";

export interface Ticks {
  ids: readonly string[];
  isNone: boolean;
}

export function ticksIn(raw: string, ids: readonly string[]): Ticks {
  const named = raw.split(",").map((id) => id.trim());
  const isNone = raw.trim() === noneTicked && !ids.includes(noneTicked);
  return { ids: ids.filter((id) => named.includes(id)), isNone };
}

/** The text after one option was ticked or unticked, in the order of the options. */
export function withTick(raw: string, ids: readonly string[], id: string, isTicked: boolean): string {
  const { ids: before } = ticksIn(raw, ids);
  return ids.filter((one) => (one === id ? isTicked : before.includes(one))).join(", ");
}
