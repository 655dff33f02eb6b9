import "katex/dist/katex.min.css";
import "./math.css";

/** The one place where HTML enters a page as text: it is KaTeX’s, or that of authored Markdown with its own HTML escaped. */
export function Typeset({ html, className }: { html: string; className?: string | undefined }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by KaTeX with `trust` off, or by components/math/markdown.ts
  return <span className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** The same for blocks. */
export function TypesetBlock({ html, className }: { html: string; className?: string | undefined }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: as above
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
