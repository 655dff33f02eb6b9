import { typeset } from "./typeset.ts";
import { Typeset } from "./typeset-html.tsx";
import { useMarks } from "./use-marks.ts";

/** A formula. Where KaTeX cannot read it, its source is shown and marked as such, never nothing. */
export function Tex({ children, display = false }: { children: string; display?: boolean }) {
  const marks = useMarks();
  const html = typeset(marks.tex(children), display);
  if (html === undefined) return <FailedTex tex={children} />;
  return <Typeset html={html} className={display ? "display block" : undefined} />;
}

function FailedTex({ tex }: { tex: string }) {
  return (
    <code
      className="rounded-sm bg-hold-wash px-1 font-mono text-[0.85em] text-hold"
      title="This formula could not be typeset"
    >
      {tex}
    </code>
  );
}
