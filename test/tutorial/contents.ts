import { sections } from "#lib/exercise/tutorial.ts";

/** Where an erratum may stand. */
export const sectionIds: readonly string[] = [...Object.keys(sections), "practice"];
