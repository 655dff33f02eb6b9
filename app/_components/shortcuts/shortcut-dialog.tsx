"use client";

import { Keyboard } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { button } from "#components/ui/button.ts";
import { areOn, press, remember } from "./press.ts";

/** Listens for the shortcuts while it is on the page, and shows the list of them: by `?` or by its button. */
export function ShortcutDialog({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isShown, setIsShown] = useState(false);
  const [isOn, setIsOn] = useState(true);
  const show = useCallback(() => {
    setIsOn(areOn());
    setIsShown(true);
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event, show);
    // On the window, so that what a field does with a key comes first.
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [show]);
  return (
    <>
      <button type="button" onClick={show} className={`${button.quiet} min-h-10 pointer-coarse:hidden`}>
        <Keyboard aria-hidden="true" size={16} />
        Keyboard shortcuts
      </button>
      <dialog
        ref={dialog}
        aria-labelledby="shortcuts"
        onClose={() => setIsShown(false)}
        className="m-auto max-h-[calc(100dvh-2rem)] w-[min(40rem,calc(100vw-2rem))] overflow-y-auto rounded border border-edge bg-paper p-5 text-ink backdrop:bg-[rgb(0_0_0/45%)] sm:p-7"
      >
        <form method="dialog" className="flex items-center justify-between gap-4">
          <h2 id="shortcuts" className="text-h2">
            Keyboard shortcuts
          </h2>
          <button type="submit" className={button.secondary}>
            Close
          </button>
        </form>
        <label className="mt-3 flex min-h-10 items-center gap-3 font-sans text-note">
          <input
            type="checkbox"
            checked={isOn}
            onChange={({ currentTarget: { checked } }) => {
              remember(checked);
              setIsOn(checked);
            }}
            className="size-5 shrink-0 accent-accent"
          />
          Use single keys as shortcuts in this browser
        </label>
        {isShown && children}
      </dialog>
    </>
  );
}
