import { use } from "react";
import { type Display, DisplayContext } from "./provider.tsx";

/** How whoever looks wants numbers and times shown: what `#display` is in the browser and in tests. */
export const useDisplay = (): Display => use(DisplayContext);
