import Link from "next/link";
import { Wordmark } from "#components/ui/wordmark.tsx";
import { AccountLinks } from "./account-links.tsx";
import { NavLink } from "./nav-link.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

/** The running head. On a phone the parts of the site stand in a second line. */
export function Header() {
  return (
    <header className="screen-only border-b border-rule font-sans text-control">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center gap-x-3.5 px-5 whitespace-nowrap sm:gap-x-6 md:h-16 md:flex-nowrap md:px-8">
        <Link href="/" className="mr-auto inline-flex h-14 items-center text-ink md:h-16" aria-label="Chainrule, home">
          <Wordmark />
        </Link>
        <nav
          aria-label="Main"
          className="order-last flex w-full items-center justify-between gap-3 md:order-none md:w-auto md:gap-5"
        >
          <NavLink href="/learn">Learn</NavLink>
          <NavLink href="/practice">Practice</NavLink>
          <NavLink href="/drill">Drill</NavLink>
          <NavLink href="/quiz">Quiz</NavLink>
          <NavLink href="/progress">Progress</NavLink>
        </nav>
        <AccountLinks />
        <ThemeToggle />
      </div>
    </header>
  );
}
