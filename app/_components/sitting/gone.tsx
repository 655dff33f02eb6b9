/** An item whose exercise failed, or is not here any more. */
export function Gone() {
  return (
    <div className="max-w-measure">
      <h2 className="text-h2">This item cannot be given any more</h2>
      <p className="mt-3">
        Its exercise has changed or failed, which is our doing. It is left out of your score; go on with the next one.
      </p>
    </div>
  );
}
