"use client";

import { Search } from "lucide-react";
import Form from "next/form";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

const pause = 250;

/** Searches while one types; without JavaScript it is a plain form. */
export function SearchField({ query }: { query: string }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  function search(text: string) {
    clearTimeout(timer.current);
    const address = text.trim() === "" ? "/practice" : `/practice?${new URLSearchParams({ q: text.trim() })}`;
    timer.current = setTimeout(() => start(() => router.replace(address, { scroll: false })), pause);
  }
  return (
    <Form action="/practice" role="search" className="relative w-full font-sans sm:w-80">
      <label htmlFor="q" className="sr-only">
        Search the exercises
      </label>
      <Search
        aria-hidden="true"
        size={17}
        className={`pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 ${busy ? "text-accent" : "text-muted"}`}
      />
      <input
        id="q"
        name="q"
        type="search"
        defaultValue={query}
        placeholder="chain rule, example 36 …"
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => search(event.currentTarget.value)}
        className="h-11 w-full rounded border border-edge bg-raised pr-3 pl-10 text-control text-ink placeholder:text-muted"
      />
    </Form>
  );
}
