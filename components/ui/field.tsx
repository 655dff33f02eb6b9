interface FieldProps {
  name: string;
  label: string;
  type?: "text" | "email" | "password";
  autoComplete: string;
  initial?: string | undefined;
  note?: string | undefined;
  error?: string | undefined;
}

/** A labelled line of a form, with what to know before typing and what was wrong after. */
export function Field({ name, label, type = "text", autoComplete, initial, note, error }: FieldProps) {
  const described = [...(note ? [`${name}-note`] : []), ...(error ? [`${name}-error`] : [])].join(" ");
  return (
    <div className="font-sans">
      <label htmlFor={name} className="text-control font-medium">
        {label}
      </label>
      {note && (
        <span id={`${name}-note`} className="ml-2 text-fine text-muted">
          {note}
        </span>
      )}
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={initial}
        autoComplete={autoComplete}
        aria-invalid={error !== undefined}
        aria-describedby={described || undefined}
        className="mt-1.5 h-11 w-full rounded border border-edge bg-raised px-3 text-[1rem] text-ink aria-invalid:border-wrong"
      />
      {error && (
        <p id={`${name}-error`} className="mt-1.5 text-note text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
