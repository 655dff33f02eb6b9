import { markdown } from "./markdown.ts";
import { TypesetBlock } from "./typeset-html.tsx";

/** Authored Markdown, set as text. */
export function Prose({ children, className = "" }: { children: string; className?: string }) {
  return <TypesetBlock className={`prose ${className}`} html={markdown(children)} />;
}
