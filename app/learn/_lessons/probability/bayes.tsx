import { Display } from "#app/learn/_components/display.tsx";
import { Example, Practice } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, percent, tex } from "#components/math/values.ts";
import { bayes } from "#lib/math/probability.ts";
import { BayesLive } from "./bayes-live.tsx";
import { spam } from "./spam.ts";

interface Test {
  prior: number;
  sensitivity: number;
  falsePositive: number;
}

const diagnosis: Test = { prior: 0.01, sensitivity: 0.99, falsePositive: 0.05 };
const practice: Test = { prior: 0.01, sensitivity: 0.95, falsePositive: 0.1 };

function Posterior({ prior, sensitivity, falsePositive }: Test) {
  const [sick, healthy] = [prior * sensitivity, (1 - prior) * falsePositive];
  const [posterior = Number.NaN] = bayes([prior, 1 - prior], [sensitivity, falsePositive]);
  return (
    <Display>
      {tex`P(D \mid +) = \frac{${sensitivity} \cdot ${prior}}{${sensitivity} \cdot ${prior} + ${falsePositive} \cdot ${1 - prior}} = \frac{${sick}}{${sick + healthy}} ${is(posterior)}`}
    </Display>
  );
}

export function Bayes() {
  const { prior, given, printedEvidence } = spam;
  const joint = prior * given.spam;
  const evidence = joint + (1 - prior) * given.good;
  const [posterior = Number.NaN] = bayes([prior, 1 - prior], [given.spam, given.good]);
  return (
    <>
      <Prose>{tex`
A test tells $P(+ \mid \text{disease})$; what one wants to know is $P(\text{disease} \mid +)$. **Bayes’ theorem** turns a
condition round. Write the joint probability both ways, $P(A \mid B)\,P(B) = P(B \mid A)\,P(A)$, and divide.
`}</Prose>
      <Formula id="bayes">{tex`P(A \mid B) = \frac{P(B \mid A)\,P(A)}{P(B)}`}</Formula>
      <Prose>{tex`
Each part has a name. $P(A)$ is the **prior**, what one believed before; $P(B \mid A)$ the **likelihood** of the finding;
$P(B)$ the **evidence**, by total probability; and $P(A \mid B)$ the **posterior**, what one believes now.
`}</Prose>
      <Example n={16} title="A good test for a rare disease">
        <Prose>{tex`
One person in a hundred has the disease. The test finds $99\,\%$ of those who have it, and is wrongly positive for $5\,\%$ of
those who do not. It comes out positive. The evidence counts both ways to get there:
`}</Prose>
        <Posterior {...diagnosis} />
        <Prose>{tex`
One in six. Of 10 000 people 100 are ill, and 99 of them test positive; but so do 495 of the 9900 healthy ones. The prior
does not go away because the test is good. Move it, and watch the shaded areas:
`}</Prose>
        <BayesLive />
      </Example>
      <Example n={17} title="The spam filter">
        <Prose>{tex`
Back to the mails: $P(S) = ${prior}$ and $P(L \mid S) = ${given.spam}$, so $P(S \cap L) = ${joint}$. Divided by a supposed
$P(L) = ${printedEvidence}$ this would be $${joint / printedEvidence}$, and no probability. $P(L)$ cannot be chosen freely; it
follows from the cases. With $P(L \mid S^c) = ${given.good}$:
`}</Prose>
        <Display>
          {[
            tex`P(L) = ${given.spam} \cdot ${prior} + ${given.good} \cdot ${1 - prior} ${is(evidence)}`,
            tex`P(S \mid L) = \frac{${joint}}{${evidence}} ${is(posterior)}`,
          ]}
        </Display>
        <Prose>{tex`A mail with that word is spam with a probability of $${percent(posterior)}$.`}</Prose>
      </Example>
      <Practice n={3} title="A weaker test">
        <Prose>{tex`The same disease, but a test with $95\,\%$ sensitivity and $10\,\%$ false positives:`}</Prose>
        <Posterior {...practice} />
        <Prose>Twice as many false alarms, and the posterior falls to about half.</Prose>
      </Practice>
    </>
  );
}
