/** The order of items as the text of an answer, ids with commas, and what moves do to it. */

/** The ids that a text puts in order; undefined where it is blank or does not name each of them once. */
export function orderIn(raw: string, ids: readonly string[]): readonly string[] | undefined {
  const named = raw.split(",").map((id) => id.trim());
  const isWhole = named.length === ids.length && ids.every((id) => named.includes(id));
  return isWhole ? named : undefined;
}

export const orderAsText = (ids: readonly string[]): string => ids.join(", ");

/** The list with the item at one place moved to another. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

interface Extent {
  top: number;
  height: number;
}

/** Where an item that is dragged down by `dy` belongs: behind every other whose middle it has passed. */
export function placeOfDragged(extents: readonly Extent[], from: number, dy: number): number {
  const own = extents[from];
  if (!own) return from;
  const middle = (one: Extent) => one.top + one.height / 2;
  const passed = extents.filter((one, i) => {
    if (i === from) return false;
    return i < from ? middle(one) < own.top + dy : middle(one) < own.top + own.height + dy;
  });
  return passed.length;
}
