import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, isRow, row, tex } from "#components/math/values.ts";
import { shapeOf, transpose } from "#lib/math/matrix.ts";
import { columnMeans, standardise, variance } from "#lib/math/statistics.ts";

const houses = [
  [1500, 2, 1],
  [2000, 3, 2],
  [1800, 3, 1.5],
];

export function DataMatrix() {
  const [rows, columns] = shapeOf(houses);
  const areas = transpose(houses)[0] ?? [];
  const sd = Math.sqrt(variance(areas, "n"));
  const z = transpose(standardise(houses, "n"))[0] ?? [];
  const [mean = 0] = columnMeans(houses);
  return (
    <>
      <Prose>{tex`
A **matrix** is a rectangle of numbers. One with $m$ rows and $n$ columns has the **shape** $m \times n$, rows first, and
$A_{ij}$ is the entry in row $i$ and column $j$, both counted from 1 (programs often count from 0). A data set is stored
the same way nearly everywhere: every row is a sample, every column a feature.
`}</Prose>
      <Example n={4} title="Three houses">
        <Display>{tex`X = ${houses}`}</Display>
        <Prose>{tex`
Each row is a house with its area in square feet, its bedrooms and its bathrooms, so the shape is $${rows} \times ${columns}$.
The entry $X_{23} = ${houses[1]?.[2] ?? 0}$ says that the second house has two bathrooms; the first column,
$${row(areas)}$, holds all areas.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`
The columns speak different languages: areas run in the thousands, bathrooms up to two. Before they are compared or fed to a
network, features are often **standardized**: from every entry take the mean of its column, then divide by the standard
deviation of its column.
`}</Prose>
      <Display>{tex`Z_{ij} = \frac{X_{ij} - \bar x_j}{s_j}`}</Display>
      <Prose>{tex`
The areas above have mean $\bar x_1 ${is(mean)}$ and standard deviation $s_1 ${is(sd)}$ (dividing by $n$), and become
$z ${isRow(z, 3)}$: mean 0, standard deviation 1, no unit left.
`}</Prose>
    </>
  );
}
