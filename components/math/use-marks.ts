import { useDisplay } from "#display";
import { commas, type Marks, points } from "./decimal-mark.ts";

/** The decimal mark of whoever looks, for anything that shows a number; on the server and in the browser. */
export const useMarks = (): Marks => (useDisplay().decimalComma ? commas : points);
