import { Setting } from "#app/_components/form/setting.tsx";
import { button } from "#components/ui/button.ts";

/** Somebody's data, to take along. */
export function Data() {
  return (
    <Setting id="data" title="Your data">
      <p className="text-note text-muted">
        Everything that is stored about you: your settings, the variants you drew, what you answered and how it was
        judged, drafts, drills, quizzes and estimates. The table has your answers alone, a row for each.
      </p>
      <p className="flex flex-wrap gap-3">
        <a href="/api/me/export?format=json" download className={button.secondary}>
          Everything, as JSON
        </a>
        <a href="/api/me/export?format=csv" download className={button.secondary}>
          Answers, as a table (CSV)
        </a>
      </p>
    </Setting>
  );
}
