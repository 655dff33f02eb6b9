import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { log, log2, log10 } from "#lib/math/logs.ts";

export function Logarithm() {
  return (
    <>
      <Prose>{tex`
A logarithm answers the question: to which power? $\log_2 8$ asks to which power 2 must be raised to give 8. The **base** $b$ is
positive and not 1, and the argument must be positive too, since no power of $b$ is zero or less.
`}</Prose>
      <Formula id="logarithm-definition">{tex`\log_b x = y \quad\Longleftrightarrow\quad b^y = x`}</Formula>
      <Prose>{tex`
Three bases are in use. Base 10 counts digits, base 2 counts bits, and base $e ${is(Math.E)}$, the **natural logarithm** $\ln$,
has the simplest derivative. In machine learning “log” nearly always means $\ln$.
`}</Prose>
      <Example n={21} title="Four logarithms without a calculator">
        <Display>
          {[
            tex`\log_{10} 100 ${is(log10(100))}, \quad 10^2 = 100`,
            tex`\log_2 8 ${is(log2(8))}, \quad 2^3 = 8`,
            tex`\ln e^2 ${is(log(Math.E ** 2))}, \quad \text{the power is written there}`,
            tex`\ln 1 ${is(log(1))}, \quad e^0 = 1`,
          ]}
        </Display>
      </Example>
      <Prose className="mt-8">{tex`
Exponential and logarithm of the same base **undo each other**, in both orders. That is how equations with an unknown in the
exponent are solved, and how a value is brought back from a logarithmic scale.
`}</Prose>
      <Formula id="exp-undoes-log">{tex`e^{\ln x} = x \quad (x > 0), \qquad \ln e^x = x`}</Formula>
      <Display>{tex`3 \cdot 2^t = 20 \;\Rightarrow\; t = \log_2 \tfrac{20}{3} = \frac{\ln(20/3)}{\ln 2} ${is(log2(20 / 3))}`}</Display>
      <Prose>{tex`
The last step is the **change of base**, $\log_b x = \frac{\ln x}{\ln b}$: all logarithms are the same up to a factor. The base
goes below, as it is written below.
`}</Prose>
    </>
  );
}
