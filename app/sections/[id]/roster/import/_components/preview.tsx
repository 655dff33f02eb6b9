import type { RosterPreview } from "#lib/course/section/roster-import.ts";

const says = {
  adds: "new",
  changes: "changed",
  "brings back": "brought back",
  keeps: "as it is",
} as const;

/** Row by row, what an import would do; what is wrong comes first. */
export function Preview({ preview }: { preview: RosterPreview }) {
  const { steps, faults, columns } = preview;
  const taken = Object.entries(columns).map(([field, column]) => `${names[field] ?? field} from “${column}”`);
  return (
    <div className="font-sans text-note">
      <p role="status" className="mt-2">
        {steps.length === 1 ? "1 person" : `${steps.length} people`} can be read
        {faults.length > 0 && `, ${faults.length === 1 ? "1 row" : `${faults.length} rows`} cannot`}.
        {taken.length > 0 && ` Taken: ${taken.join(", ")}.`}
      </p>
      {faults.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section aria-label="Rows that are left out" tabIndex={0} className={faulty}>
          <p className="font-medium">Left out:</p>
          <ul>
            {faults.map(({ row, says: fault }) => (
              <li key={`${row} ${fault}`} className="break-words">
                <span className="font-medium">Row {row}:</span> {fault}
              </li>
            ))}
          </ul>
        </section>
      )}
      {steps.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section aria-label="Rows" tabIndex={0} className="relative mt-5 max-h-96 overflow-auto border-y border-rule">
          <table className="w-full min-w-[36rem] border-collapse text-left">
            <caption className="sr-only">What would happen to each row</caption>
            <thead>
              <tr className="border-b border-rule">
                {["Row", "What", "Name", "E-mail", "Number", "Group"].map((name) => (
                  <th key={name} scope="col" className="py-2 pr-4 font-medium">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {steps.map(({ row, does, name, email, studentNumber, group }) => (
                <tr key={email} className={`border-b border-rule ${does === "keeps" ? "text-muted" : ""}`}>
                  <td className="py-1.5 pr-4 tabular-nums">{row}</td>
                  <td className="py-1.5 pr-4 whitespace-nowrap">{says[does]}</td>
                  <td className="py-1.5 pr-4">{name}</td>
                  <td className="py-1.5 pr-4">{email}</td>
                  <td className="py-1.5 pr-4">{studentNumber}</td>
                  <td className="py-1.5 pr-4">{group}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

const faulty = "relative mt-4 max-h-64 overflow-auto rounded border-l-4 border-wrong bg-wrong-wash px-4 py-3";

const names: Readonly<Record<string, string>> = {
  email: "addresses",
  name: "names",
  first: "first names",
  last: "last names",
  studentNumber: "numbers",
  group: "groups",
};
