import Link from "next/link";
import { StartDrill } from "#app/_components/start-drill.tsx";
import type { BandCounts } from "#components/chart/bands.ts";

interface NextUpProps {
  /** Skills that are due for review today. */
  due: number;
  counts: BandCounts;
}

/** What to do next, in a sentence, and the button that does it. */
export function NextUp({ due, counts }: NextUpProps) {
  return (
    <section aria-labelledby="next">
      <h2 id="next" className="text-h2">
        What next
      </h2>
      <p className="mt-2 max-w-measure">{suggestion(due, counts)}</p>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        <StartDrill look="primary">Practise what I need</StartDrill>
        <Link href="/drill" className="link inline-block py-2 font-sans text-control">
          Another length
        </Link>
      </div>
    </section>
  );
}

function suggestion(due: number, { weak, growing, new: fresh }: BandCounts): string {
  if (due > 0) return `${skills(due)} due for review today. A drill of ten items takes them first.`;
  if (weak > 0) return `${skills(weak)} still weak. A drill of ten items mixes them with others and something new.`;
  if (growing > 0) return `${skills(growing)} growing. A drill of ten items brings them on.`;
  if (fresh > 0) return `Nothing is due today, and ${skills(fresh)} new. A drill of ten items begins some of them.`;
  return "Nothing is due today, and every skill is mastered. A drill of ten items keeps them fresh.";
}

const skills = (count: number) => (count === 1 ? "1 skill is" : `${count} skills are`);
