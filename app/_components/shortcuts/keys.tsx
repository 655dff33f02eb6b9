/** Keys as they are printed on a keyboard; between alternatives stands "or". */
export function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((one, i) => (
    <span key={one} className="whitespace-nowrap">
      {i > 0 && <span className="px-1.5 text-muted">or</span>}
      {one.split("+").map((part, j) => (
        <span key={part}>
          {j > 0 && <span className="px-0.5 text-muted">+</span>}
          <kbd className="inline-block min-w-7 rounded-sm border border-edge bg-wash px-1.5 text-center font-mono text-fine leading-6">
            {part}
          </kbd>
        </span>
      ))}
    </span>
  ));
}
