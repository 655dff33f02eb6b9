import { Display } from "#app/learn/_components/display.tsx";
import { ErratumNote } from "#app/learn/_components/erratum-note.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { log } from "#lib/math/logs.ts";

const [x, y, z] = [2, 3, 5];

export function LogRules() {
  const whole = log((x ** 2 * y ** 3) / z);
  return (
    <>
      <Prose>{tex`
Powers of the same base are multiplied by adding exponents. Logarithms *are* exponents, so they turn products into sums,
quotients into differences, and powers into factors. For positive $a$ and $b$:
`}</Prose>
      <ErratumNote id="log-conditions" />
      <Formula id="log-product">{tex`\log(ab) = \log a + \log b`}</Formula>
      <Formula id="log-quotient">{tex`\log \frac ab = \log a - \log b`}</Formula>
      <Formula id="log-power">{tex`\log(a^n) = n \log a`}</Formula>
      <Prose>Two values come straight from the definition, for every base:</Prose>
      <Formula id="log-one">{tex`\log_b 1 = 0`}</Formula>
      <Formula id="log-base">{tex`\log_b b = 1`}</Formula>
      <Prose>{tex`
There is no rule for a sum: $\log(a + b)$ stays as it is. And $\log a \cdot \log b$ or $\frac{\log a}{\log b}$ are something
else; the second is a change of base.
`}</Prose>
      <Example n={22} title="Taking a product apart">
        <Display>{tex`\log \frac{x^2 y^3}{z} = \log x^2 + \log y^3 - \log z = 2 \log x + 3 \log y - \log z`}</Display>
        <Prose>{tex`
A test with numbers: at $x = ${x}$, $y = ${y}$, $z = ${z}$ the left side is $\ln 21.6 ${is(whole)}$, and the right side
$2 \cdot ${log(x)} + 3 \cdot ${log(y)} - ${log(z)} ${is(2 * log(x) + 3 * log(y) - log(z))}$. Read from right to left, the same
line condenses a sum of logarithms into one.
`}</Prose>
      </Example>
    </>
  );
}
