"use client";

import { useRef, useSyncExternalStore } from "react";
import { button } from "#components/ui/button.ts";
import { useField } from "./form-context.ts";

interface TimeZoneFieldProps {
  stored: string;
  /** What stands for no choice, where there need be none. */
  none?: string;
  note: string;
  /** By region, each with its zones. */
  regions: readonly { region: string; zones: readonly string[] }[];
}

const never = () => () => {};
const detected = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
const cityOf = (zone: string) =>
  zone
    .slice(zone.indexOf("/") + 1)
    .replaceAll("_", " ")
    .replaceAll("/", ", ");

/** A time zone; that of the browser is suggested by name. */
export function TimeZoneField({ stored, none, note, regions }: TimeZoneFieldProps) {
  const { initial, error } = useField("timeZone", stored);
  const list = useRef<HTMLSelectElement>(null);
  const here = useSyncExternalStore(never, detected, () => undefined);
  const isListed = here !== undefined && regions.some(({ zones }) => zones.includes(here));
  const choose = () => {
    if (list.current && here !== undefined) list.current.value = here;
    list.current?.focus();
  };
  return (
    <div className="font-sans">
      <label htmlFor="timeZone" className="text-control font-medium">
        Time zone
      </label>
      <select
        // A select keeps the default it was made with; another default is another select.
        key={initial}
        ref={list}
        id="timeZone"
        name="timeZone"
        defaultValue={initial}
        aria-invalid={error !== undefined}
        aria-describedby={`timeZone-note${error ? " timeZone-error" : ""}`}
        className="mt-1.5 h-11 w-full rounded border border-edge bg-raised px-3 text-[1rem] text-ink aria-invalid:border-wrong"
      >
        {none && <option value="">{none}</option>}
        {regions.map(({ region, zones }) => (
          <optgroup key={region} label={region}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {cityOf(zone)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <p id="timeZone-note" className="mt-1.5 text-fine text-muted">
        {note}
        {here !== undefined && ` Your browser is set to ${here.replaceAll("_", " ")}.`}
      </p>
      {isListed && here !== initial && (
        <button type="button" onClick={choose} className={`${button.quiet} min-h-10`}>
          Choose {cityOf(here)}
        </button>
      )}
      {error && (
        <p id="timeZone-error" className="mt-1.5 text-note text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
