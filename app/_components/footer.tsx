import Link from "next/link";

export function Footer() {
  return (
    <footer className="screen-only border-t border-rule font-sans text-fine text-muted">
      <div className="mx-auto flex w-full max-w-page flex-wrap gap-x-4 gap-y-1 sm:gap-x-6 px-5 py-6 md:px-8">
        <span className="mr-auto">Chainrule · free software under the MIT licence</span>
        <Link href="/practice" className="hover:text-ink">
          All exercises
        </Link>
        <Link href="/skills" className="hover:text-ink">
          All skills
        </Link>
        <Link href="/sections" className="hover:text-ink">
          Sections
        </Link>
        <Link href="/help" className="hover:text-ink">
          Help
        </Link>
        <Link href="/settings" className="hover:text-ink">
          Settings
        </Link>
      </div>
    </footer>
  );
}
