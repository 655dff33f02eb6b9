import { button } from "#components/ui/button.ts";
import type { ItemChoice as Item } from "#lib/course/review/answers.ts";

interface ItemChoiceProps {
  items: readonly Item[];
  item: Item;
  here: string;
  by: string;
}

/** Which item is looked at. */
export function ItemChoice({ items, item, here, by }: ItemChoiceProps) {
  if (items.length === 1)
    return (
      <h2 className="text-h2">
        {item.title} <span className="font-sans text-note font-normal text-muted">level {item.level}</span>
      </h2>
    );
  return (
    <form action={here} className="flex flex-wrap items-end gap-3 font-sans">
      <input type="hidden" name="by" value={by} />
      <label className="block min-w-0">
        <span className="text-control font-medium">Item</span>
        <select
          // Another item is another default.
          key={item.id}
          name="item"
          defaultValue={item.id}
          className="mt-1.5 block h-11 w-full max-w-md rounded border border-edge bg-raised px-3 text-[1rem] text-ink"
        >
          {items.map(({ id, title, level }, i) => (
            <option key={id} value={id}>
              {i + 1}. {title}, level {level}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={button.secondary}>
        Show it
      </button>
    </form>
  );
}
