import katex from "katex";

/** What was typeset lately, since lessons and prompts show the same formulas again and again. */
const known = new Map<string, string | undefined>();
const most = 4000;

/** Typesets TeX as HTML with MathML for screen readers; undefined where KaTeX cannot read it. */
export function typeset(tex: string, display = false): string | undefined {
  const key = `${display ? "display" : "inline"} ${tex}`;
  if (!known.has(key)) {
    if (known.size >= most) known.clear();
    known.set(key, render(tex, display));
  }
  return known.get(key);
}

function render(tex: string, display: boolean): string | undefined {
  try {
    return katex.renderToString(tex, { displayMode: display, maxSize: 20, maxExpand: 200, strict: "ignore" });
  } catch (error) {
    if (error instanceof katex.ParseError) return undefined;
    throw error;
  }
}
