"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { keepTyped } from "#app/_components/workspace/keep-typed.ts";

interface KeptLinkProps {
  href: string;
  className: string;
  title?: string;
  "aria-label"?: string;
  "aria-current"?: "page" | undefined;
  "data-shortcut"?: string;
  children: ReactNode;
}

/** A link away from an item: what is typed is kept first, so that the page it leads to knows of it. */
export function KeptLink({ href, children, ...rest }: KeptLinkProps) {
  const router = useRouter();
  return (
    <Link
      href={href}
      prefetch={false}
      {...rest}
      onNavigate={(event) => {
        event.preventDefault();
        void keepTyped().then(() => router.push(href));
      }}
    >
      {children}
    </Link>
  );
}
