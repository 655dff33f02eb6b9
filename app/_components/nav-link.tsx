"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** A link of the running head, marked while its page or one below it is shown. */
export function NavLink({ href, children }: { href: "/learn" | "/practice" | "/progress"; children: string }) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={path === href ? "page" : undefined}
      className={`border-b-2 py-1 ${here ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink"}`}
    >
      {children}
    </Link>
  );
}
