import { Check, CornerDownRight, Hourglass, Minus, PencilLine, Ruler, X } from "lucide-react";

export type PartVerdict = "right" | "carried" | "imprecise" | "form" | "undecided" | "wrong" | "blank";

const marks = {
  right: { Icon: Check, word: "Right", tone: "text-correct" },
  carried: { Icon: CornerDownRight, word: "Right from your own value", tone: "text-correct" },
  imprecise: { Icon: Ruler, word: "Too few digits", tone: "text-hold" },
  form: { Icon: PencilLine, word: "Another form is asked for", tone: "text-hold" },
  undecided: { Icon: Hourglass, word: "Kept for review", tone: "text-hold" },
  wrong: { Icon: X, word: "Not right", tone: "text-wrong" },
  blank: { Icon: Minus, word: "Left blank", tone: "text-muted" },
} as const satisfies Record<PartVerdict, unknown>;

/** How a part was judged: an icon and a word, so that colour is never all there is. */
export function Mark({ verdict }: { verdict: PartVerdict }) {
  const { Icon, word, tone } = marks[verdict];
  return (
    <span className={`inline-flex items-center gap-1.5 font-sans text-control font-semibold ${tone}`}>
      <Icon aria-hidden="true" size={17} strokeWidth={2.5} />
      {word}
    </span>
  );
}
