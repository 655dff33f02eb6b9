import { sections } from "#lib/exercise/tutorial.ts";
import { catalogue } from "./registry.ts";

/** The sections of the tutorial that exercises come from, in their order. */
export const listSections = (): { id: string; name: string }[] =>
  Object.entries(sections)
    .filter(([id]) => catalogue.some(({ source }) => source.section === id))
    .map(([id, name]) => ({ id, name }));
