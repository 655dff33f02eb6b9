import { inlineMarkdown } from "./markdown.ts";
import { Typeset } from "./typeset-html.tsx";
import { useMarks } from "./use-marks.ts";

/** One authored sentence with $TeX$ and emphasis: a hint, feedback, an option. */
export function Sentence({ children, className }: { children: string; className?: string }) {
  const marks = useMarks();
  return <Typeset html={inlineMarkdown(children, marks)} className={className} />;
}
