import Link from "next/link";

interface TurnLink {
  href: string;
  name: string;
}

interface TurnLinksProps {
  label: string;
  before: TurnLink | undefined;
  after: TurnLink | undefined;
}

/** To what comes before and after, at the foot of a page. */
export function TurnLinks({ label, before, after }: TurnLinksProps) {
  return (
    <nav
      aria-label={label}
      className="screen-only mt-10 flex flex-wrap justify-between gap-x-8 gap-y-4 border-t border-rule pt-5"
    >
      {before && (
        <Link href={before.href} data-shortcut="k [" className="group">
          <span className="eyebrow block">Before this</span>
          <span className="text-h3 group-hover:text-accent group-hover:underline">{before.name}</span>
        </Link>
      )}
      {after && (
        <Link href={after.href} data-shortcut="j ]" className="group ml-auto text-right">
          <span className="eyebrow block">Next</span>
          <span className="text-h3 group-hover:text-accent group-hover:underline">{after.name}</span>
        </Link>
      )}
    </nav>
  );
}
