import Link from "next/link";
import { Wordmark } from "#components/ui/wordmark.tsx";
import { AccountLinks } from "./account-links.tsx";
import { NavLink } from "./nav-link.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

/** The running head. */
export function Header() {
  return (
    <header className="border-b border-rule font-sans text-control">
      <div className="mx-auto flex h-16 w-full max-w-page items-center gap-3.5 px-5 whitespace-nowrap sm:gap-7 md:px-8">
        <Link href="/" className="mr-auto text-ink" aria-label="Chainrule, home">
          <Wordmark />
        </Link>
        <nav aria-label="Main" className="flex items-center gap-3 sm:gap-6">
          <NavLink href="/learn">Learn</NavLink>
          <NavLink href="/practice">Practice</NavLink>
          <NavLink href="/progress">Progress</NavLink>
        </nav>
        <AccountLinks />
        <ThemeToggle />
      </div>
    </header>
  );
}
