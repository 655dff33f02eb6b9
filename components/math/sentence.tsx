import { inlineMarkdown } from "./markdown.ts";
import { Typeset } from "./typeset-html.tsx";

/** One authored sentence with $TeX$ and emphasis: a hint, feedback, an option. */
export function Sentence({ children, className }: { children: string; className?: string }) {
  return <Typeset html={inlineMarkdown(children)} className={className} />;
}
