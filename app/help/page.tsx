import type { Metadata } from "next";
import Link from "next/link";
import { guides } from "./guides.ts";

export const metadata: Metadata = {
  title: "Help",
  description: "How to type answers, how they are marked, and how Chainrule knows what to practise next.",
};

export default function HelpPage() {
  return (
    <>
      <header className="max-w-measure border-b border-rule pb-6">
        <h1 className="text-h1">Help</h1>
        <p className="mt-3">
          You need none of this to begin: every field says how it reads you, and every price is named before you pay it.
          Here it is in one place.
        </p>
      </header>
      <ul className="mt-2 max-w-measure divide-y divide-rule">
        {guides.map(({ path, title, says }) => (
          <li key={path}>
            <Link href={path} className="group block py-5">
              <h2 className="text-h2 group-hover:text-accent group-hover:underline">{title}</h2>
              <p className="mt-1 text-note text-muted">{says}</p>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
