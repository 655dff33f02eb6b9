import { Tex } from "#components/math/tex.tsx";

/** A displayed formula, or several that come one under the other where there is no room beside each other. */
export function Display({ children }: { children: string | readonly string[] }) {
  const formulas = typeof children === "string" ? [children] : children;
  return (
    <div className="formulas my-3">
      {formulas.map((formula) => (
        <Tex key={formula} display>
          {formula}
        </Tex>
      ))}
    </div>
  );
}
