import sans from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
import serif from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2";
import { preload } from "react-dom";

/** Fetches the fonts of every page’s first lines together with the style sheet that names them. */
export function preloadTextFonts(): void {
  for (const font of [serif, sans]) preload(font, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
}
