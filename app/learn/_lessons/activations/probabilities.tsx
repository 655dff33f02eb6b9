import { Bars } from "#components/figure/bars.tsx";
import { rounded } from "#components/math/values.ts";

const names = ["first", "second", "third"];

/** The probabilities of three classes as bars on a scale up to 1, so that several such figures can be compared. */
export function Probabilities({ of }: { of: readonly number[] }) {
  const bars = of.map((value, i) => ({ label: names[i] ?? "", value }));
  const told = bars.map(({ label, value }) => `${label} ${rounded(value, 3)}`).join(", ");
  return (
    <figure className="my-6 font-sans text-ink [font-variant-numeric:lining-nums]">
      <Bars alt={`The probabilities of the classes as bars, on a scale up to 1: ${told}.`} bars={bars} full={1} />
    </figure>
  );
}
