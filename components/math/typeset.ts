import katex from "katex";

/** Typesets TeX as HTML with MathML for screen readers; undefined where KaTeX cannot read it. */
export function typeset(tex: string, display = false): string | undefined {
  try {
    return katex.renderToString(tex, { displayMode: display, maxSize: 20, maxExpand: 200, strict: "ignore" });
  } catch (error) {
    if (error instanceof katex.ParseError) return undefined;
    throw error;
  }
}
