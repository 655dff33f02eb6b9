"use client";

import { Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";

type Theme = "light" | "dark";

const night = "(prefers-color-scheme: dark)";

function current(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia(night).matches ? "dark" : "light";
}

function subscribe(notify: () => void): () => void {
  const media = matchMedia(night);
  const observer = new MutationObserver(notify);
  media.addEventListener("change", notify);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => {
    media.removeEventListener("change", notify);
    observer.disconnect();
  };
}

/** Turns day to night and back. A choice that agrees with the system is forgotten, so that the page follows it again. */
function toggle() {
  const next = current() === "dark" ? "light" : "dark";
  const followsSystem = matchMedia(night).matches === (next === "dark");
  try {
    if (followsSystem) localStorage.removeItem("theme");
    else localStorage.setItem("theme", next);
  } catch {
    // Storage may be barred; then the choice lasts as long as the page.
  }
  if (followsSystem) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}

export function ThemeToggle() {
  const theme = useSyncExternalStore(subscribe, current, () => undefined);
  const Icon = theme === "dark" ? Sun : Moon;
  return (
    <button
      type="button"
      onClick={toggle}
      aria-label={theme === "dark" ? "Use the light theme" : "Use the dark theme"}
      className="-mr-2 grid size-10 place-items-center rounded text-muted hover:text-ink"
    >
      {theme ? <Icon aria-hidden="true" size={18} strokeWidth={1.75} /> : <span className="size-[18px]" />}
    </button>
  );
}
