const address = /(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]}'"”’])/;

/** A text in which addresses of the web can be followed. */
export function LinkedText({ children }: { children: string }) {
  return children.split(address).map((part, i) =>
    // What the pattern holds stands at the odd places.
    i % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that never changes
      <a key={i} href={part} rel="noreferrer nofollow" className="link break-all">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
