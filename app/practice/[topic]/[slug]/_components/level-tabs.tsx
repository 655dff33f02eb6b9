import Link from "next/link";
import { addressAt } from "#app/practice/exercise-address.ts";

/** The three levels as links; each has its own address and its own variants. */
export function LevelTabs({ exercise, level, list }: { exercise: string; level: number; list: string }) {
  return (
    <nav aria-label="Level" className="flex items-center gap-1 font-sans text-control">
      {[1, 2, 3].map((one) => (
        <Link
          key={one}
          href={addressAt(exercise, { level: one, list })}
          data-shortcut={one}
          aria-current={one === level ? "page" : undefined}
          className={`inline-flex min-h-10 items-center rounded px-3 ${one === level ? "bg-accent-wash font-medium text-accent-strong" : "text-muted hover:text-ink"}`}
        >
          Level {one}
        </Link>
      ))}
    </nav>
  );
}
