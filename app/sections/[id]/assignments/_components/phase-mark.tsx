import { CalendarClock, CircleDot, Lock, PencilLine, TriangleAlert } from "lucide-react";
import type { Phase } from "#lib/course/assignment/list.ts";

const looks = {
  draft: { Icon: PencilLine, word: "Draft", tone: "text-hold" },
  upcoming: { Icon: CalendarClock, word: "Not open yet", tone: "text-muted" },
  open: { Icon: CircleDot, word: "Open", tone: "text-correct" },
  late: { Icon: TriangleAlert, word: "Late", tone: "text-hold" },
  closed: { Icon: Lock, word: "Closed", tone: "text-muted" },
} as const satisfies Record<Phase, unknown>;

/** Where an assignment stands: a sign and a word. */
export function PhaseMark({ phase }: { phase: Phase }) {
  const { Icon, word, tone } = looks[phase];
  return (
    <span className={`inline-flex items-center gap-1.5 font-sans text-note font-medium ${tone}`}>
      <Icon aria-hidden="true" size={15} />
      {word}
    </span>
  );
}
