import { Keys } from "./keys.tsx";
import { type ShortcutGroup, shortcutGroups } from "./shortcuts.ts";

interface ShortcutListProps {
  level: 2 | 3;
  groups?: readonly ShortcutGroup[];
}

/** Every shortcut, by where it holds. */
export function ShortcutList({ level, groups = shortcutGroups }: ShortcutListProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return groups.map(({ where, shortcuts }) => (
    <section key={where} className="mt-6">
      <Heading className={level === 2 ? "text-h3" : "font-sans text-note font-semibold"}>{where}</Heading>
      <dl className="mt-2 divide-y divide-rule border-y border-rule font-sans text-note">
        {shortcuts.map(({ keys, does }) => (
          <div key={does} className="grid grid-cols-[6.5rem_1fr] gap-x-4 py-2 sm:grid-cols-[9rem_1fr]">
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{does}.</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
