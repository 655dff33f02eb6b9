"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, type SubmitEvent, useEffect, useRef, useTransition } from "react";

const pause = 300;

/** Searches while one types; without JavaScript it is a plain form that asks for a page. */
export function FilterForm({ query, children }: { query: string; children: ReactNode }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [busy, start] = useTransition();
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // The page has changed by a link or by going back: its words come into the field, but not under somebody's typing.
    const field = form.current?.elements.namedItem("q");
    if (field instanceof HTMLInputElement && field !== document.activeElement) field.value = query;
  }, [query]);

  function onInput({ target, currentTarget }: FormEvent<HTMLFormElement>) {
    if (!(target instanceof HTMLInputElement)) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => start(() => router.replace(addressOf(currentTarget), { scroll: false })), pause);
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    clearTimeout(timer.current);
    const more = event.currentTarget.querySelector("details");
    // On a phone what was found would be below the open choices.
    if (more?.open && event.submitter) {
      more.open = false;
      more.querySelector("summary")?.focus();
    }
    start(() => router.push(addressOf(event.currentTarget), { scroll: false }));
  }

  return (
    <search>
      <form ref={form} action="/practice" aria-busy={busy} onInput={onInput} onSubmit={onSubmit}>
        {children}
      </form>
    </search>
  );
}

/** As the browser would ask for it, without the fields that are empty. */
function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value.trim() !== "") query.set(name, value.trim());
  return query.size === 0 ? "/practice" : `/practice?${query}`;
}
