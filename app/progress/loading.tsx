/** The place of a page while it is fetched. */
export default function Loading() {
  return (
    <p role="status" className="font-sans text-note text-muted">
      One moment …
    </p>
  );
}
