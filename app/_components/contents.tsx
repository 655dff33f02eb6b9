interface ContentsProps {
  sections: readonly { id: string; name: string }[];
}

/** The sections of the page, beside it where there is room. */
export function Contents({ sections }: ContentsProps) {
  return (
    <nav aria-label="On this page" className="lg:sticky lg:top-6 lg:self-start">
      <p className="eyebrow">On this page</p>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 font-sans text-control lg:flex-col">
        {sections.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`} className="link inline-block py-1">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
