import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, row, tex } from "#components/math/values.ts";
import { binaryCrossEntropy, crossEntropy } from "#lib/math/logs.ts";
import { CrossEntropyLive } from "./cross-entropy-live.tsx";

const predicted = [0.7, 0.2, 0.1];

export function CrossEntropy() {
  return (
    <>
      <Prose>{tex`
A classifier says how probable it finds each class; then the truth comes out. The loss should be small where the true class was
given a high probability, and grow without bound as that probability goes to 0. The negative logarithm does exactly this. With
a label $y$ of 0 or 1 and $\hat y$ the predicted probability of 1, it is the **binary cross-entropy**:
`}</Prose>
      <Formula id="binary-cross-entropy">{tex`L = -\bigl[ y \ln \hat y + (1 - y) \ln(1 - \hat y) \bigr]`}</Formula>
      <Prose>{tex`
It looks like two terms, but one of them is always 0: for $y = 1$ there remains $-\ln \hat y$, for $y = 0$ there remains
$-\ln(1 - \hat y)$.
`}</Prose>
      <Example n={24} title="A confident prediction, right and wrong">
        <Display>
          {[
            tex`y = 1,\ \hat y = 0.9{:} \quad L = -\ln 0.9 ${is(binaryCrossEntropy(1, 0.9))}`,
            tex`y = 1,\ \hat y = 0.1{:} \quad L = -\ln 0.1 ${is(binaryCrossEntropy(1, 0.1))}`,
          ]}
        </Display>
        <Prose>{tex`
Being sure of the wrong thing costs ${(binaryCrossEntropy(1, 0.1) / binaryCrossEntropy(1, 0.9)).toFixed(0)} times as much as
being nearly sure of the right one. For a batch the losses are averaged.
`}</Prose>
        <CrossEntropyLive />
      </Example>
      <Prose className="mt-8">{tex`
With several classes the label is **one-hot**, a 1 at the true class and zeros elsewhere, and the **categorical** cross-entropy
$L = -\sum_i y_i \ln \hat y_i$ again picks one logarithm. If the prediction is $${row(predicted)}$ and the second class is true,
`}</Prose>
      <Display>{tex`L = -\ln 0.2 ${is(crossEntropy([0, 1, 0], predicted))}`}</Display>
      <Prose>How the rest is spread over the wrong classes makes no difference to this loss.</Prose>
    </>
  );
}
