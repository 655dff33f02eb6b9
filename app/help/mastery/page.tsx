import type { Metadata } from "next";
import Link from "next/link";
import { Facts } from "#app/help/_components/facts.tsx";
import { Guide } from "#app/help/_components/guide.tsx";
import { Rows } from "#app/help/_components/rows.tsx";
import { guideAt } from "#app/help/guides.ts";
import { Band } from "#components/mastery/band.tsx";
import { type MasteryGuide, type MasteryRow, masteryGuide } from "#lib/course/mastery-guide.ts";

const { title, says } = guideAt("/help/mastery");

export const metadata: Metadata = { title, description: says };

/** The numbers of this page are computed by the estimate itself. */
export default function MasteryPage() {
  const guide = masteryGuide();
  return (
    <Guide
      title={title}
      lead="For every skill there is one estimate: how likely you are to get the next exercise on it right, at level 2, at the first try, without a hint and without luck. All else follows from it: the words beside a skill, the day of its next review, and what the drill picks."
      sections={[
        { id: "counts", name: "What counts", body: <Counts guide={guide} /> },
        { id: "bands", name: "New, weak, growing, mastered", body: <Bands guide={guide} /> },
        { id: "example", name: "An example", body: <Example guide={guide} /> },
        { id: "forgetting", name: "Forgetting and reviews", body: <Forgetting /> },
        { id: "drill", name: "How the drill chooses", body: <Drill /> },
        { id: "placement", name: "What placement does", body: <Placement guide={guide} /> },
        { id: "limits", name: "What it cannot know", body: <Limits /> },
      ]}
    />
  );
}

function Counts({ guide: { guessed, rows } }: { guide: MasteryGuide }) {
  const [typed, ...chosen] = guessed;
  const [before] = rows;
  return (
    <>
      <Facts
        facts={[
          {
            term: "First tries",
            says: "Of each variant, the first answer that is judged. Correcting it earns marks, but says nothing new about what you knew. A right answer at level 3 says more than one at level 1.",
          },
          {
            term: "Every step",
            says: "An answer takes all the skills of the steps it rests on, and says something about each of them.",
          },
          {
            term: "Mistakes",
            says: "A mistake that is recognised counts against the skill of the step that went wrong, and no other. One that is not is shared among the skills it may have come from.",
          },
          {
            term: "Carried forward",
            says: "What is right from your own earlier value is a success of its own skill. The mistake counts where it was made.",
          },
          {
            term: "Hints",
            says: "An answer that took hints says that you would not have found it alone. It counts for less than a right one, and for more than a wrong one.",
          },
          {
            term: "Guessing",
            says: `A right pick out of a few options may be luck. ${typed && before ? `The first right answer on a skill lifts its estimate from ${percent(before.chance)} to ${percent(typed.chance)} if it was typed` : ""}${chosen.map(({ options, chance }) => `, to ${percent(chance)} if it was one of ${options} options`).join("")}.`,
          },
          {
            term: "Slips",
            says: "Anybody mistypes now and then. One wrong answer does not undo many right ones.",
          },
          {
            term: "Nothing at all",
            says: "What could not be read, too few digits, another form, and anything after the solution was shown.",
          },
        ]}
      />
      <p>
        Skills hang together, as{" "}
        <Link href="/skills" className="link">
          the map of skills
        </Link>{" "}
        shows. So an answer also says a little about the skills that this one rests on, and about those that rest on it.
      </p>
    </>
  );
}

function Bands({ guide: { weakBelow, masteredFrom } }: { guide: MasteryGuide }) {
  return (
    <Rows
      caption="The four words, and what the estimate is for each"
      heads={["Called", "The estimate"]}
      rows={[
        { key: "new", cells: [<Band key="band" band="new" />, "nothing of yours to go by yet"] },
        { key: "weak", cells: [<Band key="band" band="weak" />, `below ${percent(weakBelow)}`] },
        {
          key: "growing",
          cells: [<Band key="band" band="growing" />, `from ${percent(weakBelow)} on, or more on a single answer`],
        },
        {
          key: "mastered",
          cells: [<Band key="band" band="mastered" />, `from ${percent(masteredFrom)} on, by more than one answer`],
        },
      ]}
    />
  );
}

const outcomes: Readonly<Record<NonNullable<MasteryRow["answer"]>["outcome"], string>> = {
  right: "right",
  hinted: "right, after a hint",
  carried: "right from an own value",
  wrong: "wrong",
};

function Example({ guide: { skill, rows } }: { guide: MasteryGuide }) {
  return (
    <>
      <p>
        Somebody who is new to {inSentence(skill)} answers one exercise on it a day, and then leaves it alone for a
        while.
      </p>
      <Rows
        caption={`${skill}, as it is seen after each answer`}
        heads={["Day", "What happened", "Estimate", "Next review"]}
        rows={rows.map(({ day, answer, chance, band, reviewIn }) => ({
          key: `${day}`,
          cells: [
            `${day}`,
            answer
              ? `level ${answer.level}, ${outcomes[answer.outcome]}`
              : day === 0
                ? "nothing yet"
                : "no answer since",
            <span key="estimate" className="inline-flex flex-wrap gap-x-3">
              {percent(chance)}
              <Band band={band} />
            </span>,
            reviewIn === null ? "" : reviewIn === 0 ? "due" : `in ${reviewIn} day${reviewIn === 1 ? "" : "s"}`,
          ],
        }))}
      />
    </>
  );
}

function Forgetting() {
  return (
    <>
      <p>
        What is not used fades. With every week without an answer on it, the estimate of a skill sinks a little, and
        becomes less sure. How fast it sinks depends on you: each time you get it right after a while, it holds longer.
      </p>
      <p>
        From the same memory comes the day of its next review: about when you would begin to forget. Reviews begin days
        apart and end months apart. A mistake brings the next one close again. Nothing bad happens if you miss the day;
        the review waits.
      </p>
    </>
  );
}

function Drill() {
  return (
    <>
      <p>“Practise what I need” first looks for the skill that needs practice most:</p>
      <ul className="list-disc space-y-1.5 pl-5">
        <li>one that is likely lost or not yet learnt, while you know what it rests on;</li>
        <li>above all one whose review is due, or that stood behind a mistake just made;</li>
        <li>another one, and of another topic, than just before: mixed practice is remembered longer;</li>
        <li>after two mistakes in a row, one that promises to go better.</li>
      </ul>
      <p>
        Then it takes the exercise and level at which you would mostly be right, with something left to learn, and
        rather one that you have not just seen.
      </p>
      <p>
        Each exercise says why it was picked. When a mistake is better explained by something that the skill rests on,
        the drill says so and offers to practise that first.
      </p>
    </>
  );
}

function Placement({ guide: { probes } }: { guide: MasteryGuide }) {
  const [least, most] = probes;
  return (
    <>
      <p>
        If you do not begin from nothing, the placement check finds where to begin, in {least} to {most} exercises. Each
        one is chosen to tell most about all skills together: if you can do a thing, you can very likely do what it
        rests on, and that need not be asked.
      </p>
      <p>
        At the end it names the skills to begin with: those that you probably do not know yet, while you know all they
        rest on. What it found is a first guess for skills without answers of yours. Your own answers always weigh more.
      </p>
    </>
  );
}

function Limits() {
  return (
    <p>
      It sees your answers here and nothing else: not what you learnt on paper yesterday, nor that you were tired. It is
      an estimate of what to practise next, not a judgement of you, and marks are never made from it.
    </p>
  );
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
const inSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
