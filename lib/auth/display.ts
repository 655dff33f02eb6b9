import "server-only";
import { use } from "react";
import { currentPreferences } from "./current-actor.ts";

/**
 * How whoever made the request wants numbers and times shown: what `#display` is in server components, where there is no
 * context. Several hundred formulas of a page ask it; the row is read once.
 */
export const useDisplay = () => use(currentPreferences());
