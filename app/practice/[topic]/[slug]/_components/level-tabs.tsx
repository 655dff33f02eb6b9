import Link from "next/link";

/** The three levels as links; each has its own address and its own variant. */
export function LevelTabs({ exercise, level }: { exercise: string; level: number }) {
  return (
    <nav aria-label="Level" className="flex items-center gap-1 font-sans text-control">
      {[1, 2, 3].map((one) => (
        <Link
          key={one}
          href={`/practice/${exercise}?level=${one}`}
          aria-current={one === level ? "page" : undefined}
          className={`inline-flex min-h-10 items-center rounded px-3 ${one === level ? "bg-accent-wash font-medium text-accent-strong" : "text-muted hover:text-ink"}`}
        >
          Level {one}
        </Link>
      ))}
    </nav>
  );
}
