import { ItemProgress } from "#app/_components/item-progress.tsx";
import type { RunningDrill } from "#lib/course/drill.ts";

type DrillProgressProps = { drill: Pick<RunningDrill, "done" | "total" | "isWorked" | "detourLeft" | "streak"> };

/** How far the drill is, and how it goes. */
export function DrillProgress({ drill: { done, total, isWorked, detourLeft, streak } }: DrillProgressProps) {
  const number = done + 1;
  return (
    <ItemProgress done={done + (isWorked ? 1 : 0)} total={total}>
      {total === null ? `Item ${number}` : `Item ${number} of ${total}`}
      {detourLeft !== null && (
        <span className="text-muted">
          {" · "}
          {detourLeft === 1 ? "the last of a detour" : `a detour, ${detourLeft} items to go`}
        </span>
      )}
      {streak > 1 && <span className="text-muted"> · {streak} first tries right in a row</span>}
    </ItemProgress>
  );
}
