import Link from "next/link";
import { button } from "#components/ui/button.ts";

/** How many rows stand on a page. */
export const onPage = 50;

interface PageLinksProps {
  at: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** Where one is in a long list, with ways to the pages beside it. */
export function PageLinks({ at, pages, hrefOf }: PageLinksProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-5 flex items-center gap-5 font-sans text-control">
      {at > 1 && (
        <Link href={hrefOf(at - 1)} data-shortcut="k [" className={`${button.quiet} min-h-11`}>
          Before
        </Link>
      )}
      <span>
        Page {at} of {pages}
      </span>
      {at < pages && (
        <Link href={hrefOf(at + 1)} data-shortcut="j ]" className={`${button.quiet} min-h-11`}>
          Next
        </Link>
      )}
    </nav>
  );
}
