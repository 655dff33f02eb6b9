import { Check, CircleSlash, Hourglass, MessageCircleQuestionMark, Ruler, Shapes, X } from "lucide-react";
import type { GuideExample } from "#lib/course/typing-guide.ts";

const marks = {
  right: { Icon: Check, word: "Right", tone: "text-correct" },
  wrong: { Icon: X, word: "Not right", tone: "text-wrong" },
  imprecise: { Icon: Ruler, word: "Too few digits", tone: "text-hold" },
  form: { Icon: Shapes, word: "Right so far, another form is asked for", tone: "text-hold" },
  undecided: { Icon: Hourglass, word: "Kept for review", tone: "text-hold" },
  ambiguous: { Icon: MessageCircleQuestionMark, word: "Asked back", tone: "text-hold" },
  unreadable: { Icon: CircleSlash, word: "Not read", tone: "text-hold" },
} as const satisfies Record<GuideExample["verdict"], unknown>;

/** A verdict as an icon and words, so that colour is never all there is. */
export function VerdictMark({ verdict }: { verdict: GuideExample["verdict"] }) {
  const { Icon, word, tone } = marks[verdict];
  return (
    <span className={`inline-flex items-center gap-1.5 self-center font-semibold ${tone}`}>
      <Icon aria-hidden="true" size={16} strokeWidth={2.5} />
      {word}
    </span>
  );
}
