/** Titles as headings of columns, no two of which may be the same. */
export function uniqueTitles(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    let heading = title;
    for (let n = 2; taken.has(heading); n++) heading = `${title} #${n}`;
    taken.add(heading);
    return heading;
  });
}
