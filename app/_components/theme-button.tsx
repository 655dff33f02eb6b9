"use client";

import { Moon, Sun } from "lucide-react";
import { type SubmitEvent, startTransition, useActionState, useSyncExternalStore } from "react";
import { changePreferences } from "#app/_actions/change-preferences.ts";

const night = "(prefers-color-scheme: dark)";

/** The theme that is seen, and whether the device asks for the same. */
type Seen = "light" | "dark" | "light by device" | "dark by device";

function seen(): Seen {
  const device = matchMedia(night).matches ? "dark" : "light";
  const chosen = document.documentElement.dataset.theme;
  const theme = chosen === "light" || chosen === "dark" ? chosen : device;
  return theme === device ? `${theme} by device` : theme;
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

/** Turns the page over at once, and keeps the choice meanwhile. Unkept, it lasts as long as the page. */
function turn(event: SubmitEvent<HTMLFormElement>) {
  event.preventDefault();
  const form = new FormData(event.currentTarget);
  const theme = `${form.get("theme")}`;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  startTransition(async () => {
    await changePreferences({}, form).catch(() => undefined);
  });
}

/**
 * Day to night and back. A choice that agrees with the device is "system", so that the page follows it again. Without a
 * script the server knows only what was chosen.
 */
export function ThemeButton({ chosen }: { chosen: "system" | "light" | "dark" }) {
  const [, withoutScript] = useActionState(changePreferences, {});
  const now = useSyncExternalStore(subscribe, seen, () => undefined);
  const isDark = now === undefined ? chosen === "dark" : now.startsWith("dark");
  const other = isDark ? "light" : "dark";
  // What the device does not ask for now, it asks for after the turn.
  const theme = now === undefined || now.endsWith("by device") ? other : "system";
  const Icon = isDark ? Sun : Moon;
  return (
    <form action={withoutScript} onSubmit={turn} className="-mr-2">
      <input type="hidden" name="theme" value={theme} />
      <button
        type="submit"
        aria-label={`Use the ${other} theme`}
        className="grid size-10 place-items-center rounded text-muted hover:text-ink"
      >
        {now === undefined && chosen === "system" ? (
          <span className="size-[18px]" />
        ) : (
          <Icon aria-hidden="true" size={18} strokeWidth={1.75} />
        )}
      </button>
    </form>
  );
}
