import { Display } from "#app/learn/_components/display.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { tex } from "#components/math/values.ts";

export function ProductRule() {
  return (
    <>
      <Prose>{tex`
Think of a rectangle with sides $f$ and $g$. Let both grow a little: the area gains a strip along each side. The small corner
where the strips meet does not count in the limit. So the derivative of a **product** has two terms, and it is not $f'g'$.
`}</Prose>
      <Formula id="product-rule">{tex`(f g)' = f' g + f g'`}</Formula>
      <Display>{tex`(x^2 e^x)' = 2x \cdot e^x + x^2 \cdot e^x = (2x + x^2)\,e^x`}</Display>
      <Prose>{tex`
For a **quotient** solve $f = \frac{f}{g} \cdot g$ for the derivative of the first factor. Mind the order above: the
derivative of the numerator comes first, and the other term is taken away. The denominator is squared.
`}</Prose>
      <Display>{tex`\left( \frac{f}{g} \right)' = \frac{f' g - f g'}{g^2}`}</Display>
      <Display>{tex`\left( \frac{x}{x^2 + 1} \right)' = \frac{1 \cdot (x^2 + 1) - x \cdot 2x}{(x^2 + 1)^2} = \frac{1 - x^2}{(x^2 + 1)^2}`}</Display>
    </>
  );
}
