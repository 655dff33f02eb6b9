import upright from "katex/dist/fonts/KaTeX_Main-Regular.woff2";
import italic from "katex/dist/fonts/KaTeX_Math-Italic.woff2";
import { preload } from "react-dom";

/**
 * Fetches the two fonts that nearly every formula is set in together with the style sheet: found only when the first
 * formula is laid out, they would come after the first paint, and move the text around it.
 */
export function preloadMathFonts(): void {
  for (const font of [upright, italic]) preload(font, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
}
