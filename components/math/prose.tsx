import { markdown } from "./markdown.ts";
import { TypesetBlock } from "./typeset-html.tsx";
import { useMarks } from "./use-marks.ts";

/** Authored Markdown, set as text. */
export function Prose({ children, className = "" }: { children: string; className?: string }) {
  const marks = useMarks();
  return <TypesetBlock className={`prose ${className}`} html={markdown(children, marks)} />;
}
