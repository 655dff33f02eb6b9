/** How the mark of an item came about. */
export function Why({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details className="mt-8 max-w-[42rem] border-t border-rule pt-4">
      <summary className="w-fit cursor-pointer py-2 font-sans text-control font-medium text-accent">
        What this item has earned so far, and why
      </summary>
      <ul className="mt-1 list-disc space-y-1 pl-5 text-note">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
