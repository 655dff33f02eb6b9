import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, isRow, row, tex } from "#components/math/values.ts";
import { meanSquaredError } from "#lib/math/statistics.ts";
import { subtract } from "#lib/math/vector.ts";

const actual = [3, 5, 2, 8];
const predicted = [2.5, 5, 4, 7];
const counts = { truePositive: 40, falsePositive: 10, falseNegative: 20 };

export function ErrorMeasures() {
  const { truePositive, falsePositive, falseNegative } = counts;
  const [called, real] = [truePositive + falsePositive, truePositive + falseNegative];
  return (
    <>
      <Prose>{tex`
How good is a model that predicts numbers? Ask for the expected square of its error, over all the data it may ever meet. Large
errors count much more than small ones, and the sign of an error does not matter.
`}</Prose>
      <Formula id="expected-squared-error">{tex`E\bigl[ (y - \hat y)^2 \bigr]`}</Formula>
      <Example n={20} title="The squared error one can compute">
        <Prose>{tex`
That expectation is out of reach, since it is over data nobody has seen. Its estimate is the mean over a sample, the **mean
squared error**. Let the truth be $y = ${row(actual)}$ and the predictions $\hat y = ${row(predicted)}$.
`}</Prose>
        <Display>
          {[
            tex`y - \hat y ${isRow(subtract(actual, predicted))}`,
            tex`\text{MSE} = \tfrac14 (0.25 + 0 + 4 + 1) ${is(meanSquaredError(predicted, actual))}`,
          ]}
        </Display>
        <Prose>{tex`
Its smallest value belongs to the prediction one should make: among all constants that is the mean of $y$.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`
A classifier is judged by counts. Of all it calls positive, the share that is: **precision**. Of all that is positive, the
share it finds: **recall**. With ${truePositive} found, ${falsePositive} false alarms and ${falseNegative} missed:
`}</Prose>
      <Display>
        {[
          tex`\text{precision} = \frac{${truePositive}}{${called}} ${is(truePositive / called)}`,
          tex`\text{recall} = \frac{${truePositive}}{${real}} ${is(truePositive / real)}`,
        ]}
      </Display>
      <Prose>{tex`
They are conditional probabilities in opposite directions, and one is bought with the other: call more things positive, and
recall rises while precision tends to fall.
`}</Prose>
    </>
  );
}
