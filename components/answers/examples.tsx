import type { KindSpec } from "#lib/exercise/kinds.ts";
import { examplesOf } from "./typing.ts";

/** What may be typed, for example. */
export function Examples({ spec }: { spec: KindSpec }) {
  const examples = examplesOf(spec);
  if (examples.length === 0) return null;
  return (
    <>
      {spec.kind === "matrix" ? " Put rows on lines, or type for example " : " Type for example "}
      {examples.map((example, i) => (
        <span key={example}>
          {i > 0 && (i === examples.length - 1 ? " or " : ", ")}
          <code className="font-mono whitespace-nowrap">{example}</code>
        </span>
      ))}
      .
    </>
  );
}
