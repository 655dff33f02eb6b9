"use client";

import { useField } from "./form-context.ts";

/** What somebody without a password ticks before their work is deleted. */
export function SureTick({ children }: { children: string }) {
  const { error } = useField("sure", "");
  return (
    <div className="font-sans">
      <label className="flex min-h-11 items-center gap-2.5 text-control">
        <input
          type="checkbox"
          name="sure"
          value="yes"
          aria-invalid={error !== undefined}
          aria-describedby={error ? "sure-error" : undefined}
          className="size-4.5 shrink-0 accent-accent"
        />
        {children}
      </label>
      {error && (
        <p id="sure-error" className="text-note text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
