import { useDisplay } from "#display";

/** Said to those who are shown commas: a typed comma parts the entries of a list. */
export function PointNote() {
  const { decimalComma } = useDisplay();
  if (!decimalComma) return null;
  return (
    <>
      Type numbers with a point: <code className="font-mono">0.5</code>.{" "}
    </>
  );
}
