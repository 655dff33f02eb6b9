import { Typeset } from "#components/math/typeset-html.tsx";
import type { Preview } from "./preview.ts";

interface ReadingProps {
  id: string;
  preview: Preview | undefined;
}

/** How the answer is being read. */
export function Reading({ id, preview }: ReadingProps) {
  return (
    <div id={id} data-scrolls="" className="max-w-full overflow-x-auto overflow-y-hidden py-0.5 empty:hidden">
      {preview?.outcome === "read" && (
        <p className="mt-1 text-ink [&>*]:align-middle">
          <span className="mr-2 font-sans text-fine text-muted">read as</span>
          <Typeset html={preview.html} />
          {preview.value !== undefined && <span className="text-muted"> ≈ {preview.value}</span>}
        </p>
      )}
      {preview?.outcome === "incomplete" && <p className="mt-1 font-sans text-note text-muted">{preview.message}</p>}
    </div>
  );
}
