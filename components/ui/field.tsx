interface FieldProps {
  /** Where two forms of a page have a field of one name. */
  id?: string;
  name: string;
  label: string;
  type?: "text" | "email" | "password" | "number" | "datetime-local";
  autoComplete: string;
  initial?: string | undefined;
  note?: string | undefined;
  error?: string | undefined;
}

/** A labelled line of a form, with what to know before typing and what was wrong after. */
export function Field({ name, id = name, label, type = "text", autoComplete, initial, note, error }: FieldProps) {
  const described = [...(note ? [`${id}-note`] : []), ...(error ? [`${id}-error`] : [])].join(" ");
  return (
    <div className="font-sans">
      <label htmlFor={id} className="text-control font-medium">
        {label}
      </label>
      {note && (
        <span id={`${id}-note`} className="ml-2 text-fine text-muted">
          {note}
        </span>
      )}
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={initial}
        autoComplete={autoComplete}
        aria-invalid={error !== undefined}
        aria-describedby={described || undefined}
        className="mt-1.5 h-11 w-full rounded border border-edge bg-raised px-3 text-[1rem] text-ink aria-invalid:border-wrong"
      />
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-note text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
