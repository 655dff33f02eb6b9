import { Search, SlidersHorizontal } from "lucide-react";
import { bands, type Filter, namesIn, states } from "#app/practice/filter.ts";
import { button } from "#components/ui/button.ts";
import type { SkillCard } from "#lib/course/skills.ts";
import type { Topic } from "#lib/course/topics.ts";
import { FilterForm } from "./filter-form.tsx";
import { type Option, SelectField } from "./select-field.tsx";

interface FilterFieldsProps {
  filter: Filter;
  topics: readonly Topic[];
  skills: readonly SkillCard[];
  sections: readonly { id: string; name: string }[];
}

/** Everything that the exercises can be narrowed to. */
export function FilterFields({ filter, topics, skills, sections }: FilterFieldsProps) {
  const set = namesIn(filter).filter((name) => name !== "q").length;
  return (
    <FilterForm query={filter.q ?? ""}>
      <div className="relative font-sans sm:max-w-[26rem]">
        <label htmlFor="q" className="sr-only">
          Search the exercises
        </label>
        <Search
          aria-hidden="true"
          size={17}
          className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-muted"
        />
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={filter.q}
          placeholder="chain rule, example 36 …"
          autoComplete="off"
          enterKeyHint="search"
          data-shortcut="/"
          className="h-11 w-full rounded border border-edge bg-raised pr-3 pl-10 text-control text-ink placeholder:text-muted"
        />
      </div>
      <details className="mt-3">
        <summary className="inline-flex min-h-10 items-center gap-2 font-sans text-control font-medium text-accent">
          <SlidersHorizontal aria-hidden="true" size={16} />
          {set === 0 ? "Narrow it down" : `Narrowed down by ${set}`}
        </summary>
        <div className="mt-2 mb-5 grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
          <SelectField name="topic" label="Topic" all="All topics" value={filter.topic}>
            {topics.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField name="skill" label="Skill" all="All skills" value={filter.skill}>
            {topics.map((topic) => (
              <optgroup key={topic.id} label={topic.name}>
                {skills
                  .filter((skill) => skill.topic === topic.id && skill.exercises.length > 0)
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </SelectField>
          <SelectField name="section" label="Section of the tutorial" all="All sections" value={filter.section}>
            {sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {id} {name}
              </option>
            ))}
          </SelectField>
          <SelectField name="level" label="Level" all="Any level" value={filter.level?.toString()}>
            {[1, 2, 3].map((level) => (
              <option key={level} value={level}>
                Level {level}
              </option>
            ))}
          </SelectField>
          <SelectField name="state" label="How far you are" all="However far" value={filter.state}>
            {optionsOf(states)}
          </SelectField>
          <SelectField name="mastery" label="Mastery of the skill" all="Any mastery" value={filter.mastery}>
            {optionsOf(bands)}
          </SelectField>
        </div>
        <button type="submit" className={button.secondary}>
          Show these
        </button>
      </details>
    </FilterForm>
  );
}

const optionsOf = (words: Option) =>
  Object.entries(words).map(([value, word]) => (
    <option key={value} value={value}>
      {word}
    </option>
  ));
