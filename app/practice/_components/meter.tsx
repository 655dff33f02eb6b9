import type { Mastered } from "#app/practice/mastered.ts";
import type { SoFar } from "#app/practice/so-far.ts";

/** How far one is with several exercises: a bar to see, and the same in words. */
export function Meter({ soFar: { levels, right, begun }, skills }: { soFar: SoFar; skills: Mastered }) {
  return (
    <div className="font-sans text-fine text-muted">
      <div aria-hidden="true" className="mb-1.5 flex h-1.5 overflow-hidden rounded-full bg-wash">
        <div className="bg-correct" style={{ width: share(right, levels) }} />
        <div className="bg-accent" style={{ width: share(begun, levels) }} />
      </div>
      <span className="tabular-nums lining-nums">
        {inWords({ levels, right, begun })}
        {skills.mastered > 0 && ` · ${skills.mastered} of ${skills.all} skills mastered`}
      </span>
    </div>
  );
}

const share = (part: number, all: number) => `${all === 0 ? 0 : (100 * part) / all}%`;

function inWords({ levels, right, begun }: SoFar): string {
  if (right + begun === 0) return "Not begun";
  return `${right} of ${levels} levels right${begun > 0 ? `, ${begun} begun` : ""}`;
}
