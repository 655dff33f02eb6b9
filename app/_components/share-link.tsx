"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState, useSyncExternalStore } from "react";
import { button } from "#components/ui/button.ts";

const never = () => () => {};

/** A link to send to others. Where the browser keeps its clipboard to itself, the text is selected instead. */
export function ShareLink({ path, name }: { path: string; name: string }) {
  const address = useSyncExternalStore(
    never,
    () => `${location.origin}${path}`,
    () => path,
  );
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  const copied = said === "Copied.";
  async function copy() {
    const done = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    if (!done) field.current?.select();
    setSaid(done ? "Copied." : "Selected: copy it with your keyboard or your finger.");
  }
  return (
    <div className="screen-only mt-3 font-sans">
      <div className="flex flex-wrap gap-3">
        <label className="min-w-0 basis-64 grow">
          <span className="sr-only">{name}</span>
          <input
            ref={field}
            readOnly
            value={address}
            onFocus={(event) => event.currentTarget.select()}
            className="h-11 w-full rounded border border-edge bg-wash px-3 font-mono text-note text-ink"
          />
        </label>
        <button type="button" onClick={copy} className={button.secondary}>
          {copied ? <Check aria-hidden="true" size={17} /> : <Copy aria-hidden="true" size={17} />}
          Copy the link
        </button>
      </div>
      <p role="status" className="mt-1.5 min-h-6 text-note text-muted">
        {said}
      </p>
    </div>
  );
}
