"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** A link of the running head, marked while its page or one below it is shown. */
export function NavLink({ href, children }: { href: `/${string}`; children: string }) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={path === href ? "page" : undefined}
      className={`inline-flex min-h-10 items-center border-b-2 ${here ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink"}`}
    >
      {children}
    </Link>
  );
}
