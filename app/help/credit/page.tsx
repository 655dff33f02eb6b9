import type { Metadata } from "next";
import Link from "next/link";
import { Mark } from "#app/_components/workspace/mark.tsx";
import { PartReceipt } from "#app/_components/workspace/part-receipt.tsx";
import { Facts } from "#app/help/_components/facts.tsx";
import { Guide } from "#app/help/_components/guide.tsx";
import { Rows } from "#app/help/_components/rows.tsx";
import { guideAt } from "#app/help/guides.ts";
import { capitalised } from "#app/practice/source.ts";
import { Tex } from "#components/math/tex.tsx";
import { type CreditGuide, creditGuide, type Typed } from "#lib/course/credit-guide.ts";

const { title, says } = guideAt("/help/credit");

export const metadata: Metadata = { title, description: says };

/** Every number of this page comes from judging the example, and every price from the rule that charges it. */
export default function CreditPage() {
  const guide = creditGuide();
  return (
    <Guide
      title={title}
      lead="A right answer earns full marks, on the first try or the tenth. Hints take a little off, the solution takes all; a mistake is charged once, where it was made; and what cannot be judged fairly is not charged at all."
      sections={[
        { id: "tries", name: "Tries", body: <Tries /> },
        { id: "hints", name: "Hints and the solution", body: <Hints guide={guide} /> },
        { id: "carried", name: "One mistake, charged once", body: <Carried guide={guide} /> },
        { id: "digits", name: "How exact an answer must be", body: <Digits guide={guide} /> },
        { id: "free", name: "What costs nothing", body: <Free /> },
      ]}
    />
  );
}

function Tries() {
  return (
    <>
      <p>
        In practice and in a drill you may answer as often as you like. A wrong answer takes nothing off the next one,
        and your best result is the one that is kept.
      </p>
      <p>
        A quiz and the placement check give each exercise one try, and no hints. A quiz says beforehand whether you hear
        about each answer at once or at the end; the placement check tells you at its end.
      </p>
      <p>
        What your answers say about your skills is another matter: for that, first tries count.{" "}
        <Link href="/help/mastery" className="link">
          How mastery works
        </Link>{" "}
        tells how.
      </p>
    </>
  );
}

function Hints({ guide: { hints } }: { guide: CreditGuide }) {
  const least = hints.at(-1);
  return (
    <>
      <p>
        A hint shows the next line of the way: the formula, and how to go about it. The button says what it costs before
        you press it. From the {ordinal(least?.hints ?? 0)} hint on, no more is taken off.
      </p>
      <Rows
        caption="What a right answer earns"
        heads={["Hints shown", "It earns"]}
        rows={hints.map(({ hints: count, earns }) => ({
          key: `${count}`,
          cells: [
            count === 0 ? "none" : count === least?.hints ? `${count} or more` : `${count}`,
            `${Math.round(100 * earns)} %`,
          ],
        }))}
      />
      <p>
        Once you have asked for the solution, answers to that variant earn nothing. A new variant, with other numbers,
        starts again with full marks. When you have answered right, the solution is shown to you anyway, and it is free.
      </p>
    </>
  );
}

function Carried({ guide: { input, carried } }: { guide: CreditGuide }) {
  const { x, w, b, y } = input;
  const right = carried.steps.filter(({ score }) => score > 0).length;
  return (
    <>
      <p>
        The parts of an exercise count alike, and each is looked at by itself. If one is wrong and the next is right{" "}
        <em>from your own value</em>, the next one counts as right: you made one mistake, not two.
      </p>
      <p>
        Here somebody computes a neuron with the input <Tex>{`x = ${x}`}</Tex>, the weight <Tex>{`w = ${w}`}</Tex>, the
        bias <Tex>{`b = ${b}`}</Tex> and the target <Tex>{`y = ${y}`}</Tex>, forgets the bias, and does everything else
        right:
      </p>
      <ul className="divide-y divide-rule border-y border-rule">
        {carried.steps.map((step, i) => (
          <PartReceipt key={step.step} step={step} letter={"abc"[i]} others={carried.steps} reading={null} />
        ))}
      </ul>
      <p>
        That is {right} of {carried.steps.length} parts, or {Math.round(100 * carried.score)} %. Where a mistake is a
        known one, as here, the first line says what happened, even if only the last number of the chain was asked for.
      </p>
    </>
  );
}

function Digits({ guide: { activation, loss } }: { guide: CreditGuide }) {
  return (
    <>
      <p>
        The rule beside a field says what is asked for. Whole numbers, fractions, shapes and choices are compared
        exactly; a formula is right if it is equal to the right one, however it is written. Decimals have a tolerance.
      </p>
      <p>
        “{activation.rule}” means: right if it rounds to the right value at that many digits. More digits are always
        welcome; with fewer you are asked for the rest, and no try is used.
      </p>
      <TypedRows typed={activation} />
      <p>
        You may round on the way, too. A value that is computed from another one gets the room that rounding the other
        one needs: here the loss is made from the activation, and <code className="font-mono text-[0.9em]">0.0625</code>{" "}
        is what <code className="font-mono text-[0.9em]">0.750</code> gives.
      </p>
      <TypedRows typed={loss} />
      <p>
        Where rounding on the way would spoil the result, the rule says how many digits to keep. And no tolerance is so
        wide that a known mistake would slip through.
      </p>
    </>
  );
}

function TypedRows({ typed: { words, accepted, rows } }: { typed: Typed }) {
  return (
    <Rows
      caption={`${capitalised(words)}, accepted ${accepted}`}
      heads={["Typed", "Judged"]}
      rows={rows.map(({ typed, verdict }) => ({
        key: typed,
        cells: [
          <code key="typed" className="font-mono text-accent-strong">
            {typed}
          </code>,
          verdict ? <Mark key="mark" verdict={verdict} /> : "Cannot be read; it says why, and costs nothing",
        ],
      }))}
    />
  );
}

function Free() {
  return (
    <Facts
      facts={[
        {
          term: "What cannot be read",
          says: "Nothing is judged, and the field says what is in the way. What can be read in two ways is asked back. Only when a whole quiz is handed in does it count as blank.",
        },
        { term: "Too few digits", says: "If what you gave is right as far as it goes, you are asked for more digits." },
        {
          term: "Another form",
          says: "A formula that is equal, but not multiplied out or factored as asked: write it again in that form.",
        },
        {
          term: "What is not settled",
          says: "Where it cannot be settled whether two formulas are equal, your answer is kept for review.",
        },
        {
          term: "A lost connection",
          says: "Your answer is sent again until it has arrived, and counts once. So does a double click.",
        },
        {
          term: "A broken exercise",
          says: "If an exercise itself fails, its variant is put aside. You lose nothing by it and take another.",
        },
        { term: "A new variant", says: "Take one whenever you like. The old one is put away as it is." },
      ]}
    />
  );
}

const ordinal = (n: number) => ["first", "second", "third", "fourth", "fifth", "sixth"][n] ?? `${n + 1}th`;
