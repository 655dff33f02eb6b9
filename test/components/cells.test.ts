import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cells, quotedCell, writeCells, writtenCells } from "#components/answers/cells.ts";
import { layOut } from "#components/answers/lay-out.ts";
import { formulaMatrix, formulaVector, matrix, scalar, vector } from "#lib/exercise/kinds.ts";
import { read } from "#lib/grading/kinds/table.ts";

const seeded = { seed: 20_240_601, numRuns: 400 };

describe("writing cells", () => {
  it.each([
    [
      "a matrix row by row",
      [
        ["1", "2"],
        ["3", "4"],
      ],
      "[1, 2; 3, 4]",
    ],
    ["one cell", [["7"]], "[7]"],
    ["a column", [["1"], ["2"]], "[1; 2]"],
    [
      "an empty cell with a sign of its own",
      [
        ["1", ""],
        ["3", "4"],
      ],
      "[1, □; 3, 4]",
    ],
    [
      "nothing where all cells are empty",
      [
        ["", " "],
        ["", ""],
      ],
      "",
    ],
    ["a decimal comma in quotes, so that it stays one cell", [["1,5"], ["2"]], '["1,5"; 2]'],
    ["a quotation mark doubled", [['a"b', "1"]], '["a""b", 1]'],
    ["an open bracket in quotes", [["(1", "2)"]], '["(1", "2)"]'],
    ["the commas of a function bare", [["max(1, 2)", "3"]], "[max(1, 2), 3]"],
    ["space between factors with a comma behind, alone in its row", [["2 x"], ["3"]], "[2 x,; 3,]"],
  ] as const)("writes %s", (_, cells, text) => {
    expect(writeCells(cells).text).toBe(text);
    if (text !== "") expect(writtenCells(text)).toEqual(cells);
  });

  it("tells the place of each cell in the text", () => {
    const { text, places } = writeCells([
      ["1", "22"],
      ["", "4,4"],
    ]);
    expect(places.flat().map(([from, to]) => text.slice(from, to))).toEqual(["1", "22", "□", '"4,4"']);
  });

  it("reads back exactly the cells, whatever stands in them", () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'0123456789.,;-+*/^()[]{}xy&"\\ □|√π'), maxLength: 6 })
      .map((text) => text.trim());
    const cells = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
      .filter((all) => all.flat().some((text) => text !== ""));
    fc.assert(
      fc.property(cells, (all) => {
        expect(writtenCells(writeCells(all).text)).toEqual(all);
      }),
      seeded,
    );
  });

  it("is no other text's reader", () => {
    for (const text of ["1 2; 3 4", "[1 2; 3 4]", "[[1, 2], [3, 4]]", "[1,2]", "", "[", "hello"])
      expect(writtenCells(text)).toBeUndefined();
  });

  it("finds the quoted cell and its place", () => {
    expect(quotedCell('[1, "2,5"; 3, 4]')).toEqual({ cell: "2,5", at: [4, 9] });
    expect(quotedCell("[1, 2; 3, 4]")).toBeUndefined();
  });
});

describe("what the reader makes of a grid's text", () => {
  const entry = fc.constantFrom(
    "1",
    "-2",
    "0.5",
    "1/3",
    "2e-3",
    "1 - 2",
    "sqrt(2)",
    "max(1, 2)",
    "50%",
    "√2",
    "2^3",
    "-1",
    "3 π",
  );

  it("is a matrix of exactly those cells", () => {
    const grids = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(grids, (cells) => {
        const whole = read(writeCells(cells).text, matrix());
        const alone = cells.map((row) => row.map((cell) => read(cell, scalar())));
        const values = alone.map((row) => row.map((one) => (one.outcome === "read" ? one.value : undefined)));
        expect(whole.outcome === "read" && whole.value).toEqual(values);
      }),
      seeded,
    );
  });

  it("is the vector of exactly those entries", () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), (entries) => {
        const reading = read(writeCells([entries]).text, vector());
        expect(reading.outcome === "read" && reading.value).toHaveLength(entries.length);
      }),
      seeded,
    );
  });

  it.each([
    [
      "an empty cell",
      [
        ["1", ""],
        ["", "4"],
      ],
    ],
    [
      "an empty last column",
      [
        ["1", ""],
        ["3", ""],
      ],
    ],
    ["a cell with a decimal comma", [["1,5"], ["2"]]],
    ["a cell with a semicolon", [["1;5", "2"]]],
    ["a cell that holds a list", [["[1, 2]"], ["[3, 4]"]]],
    ["two numbers in one cell", [["1 2"], ["3 4"]]],
    ["brackets over several cells", [["(1", "2)"]]],
  ] as const)("is never another matrix: %s is refused", (_, cells) => {
    expect(read(writeCells(cells).text, matrix()).outcome).toBe("unreadable");
  });
});

describe("laying a text out in cells", () => {
  const expected = [
    ["1", "2"],
    ["3", "4"],
  ];
  it.each([
    ["nested lists", "[[1, 2], [3, 4]]"],
    ["semicolons", "[1 2; 3 4]"],
    ["lines", "1 2\n3 4"],
    ["cells of a spreadsheet", "1\t2\r\n3\t4\r\n"],
    ["a numpy array", "array([[1, 2],\n       [3, 4]])"],
    ["a numpy print-out", "[[1 2]\n [3 4]]"],
    ["TeX", "\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}"],
    ["what a grid wrote", "[1, 2; 3, 4]"],
  ])("understands %s", (_, text) => {
    expect(layOut(text, matrix())).toEqual(expected);
  });

  it("keeps arithmetic and formulas as they were typed", () => {
    expect(layOut("[1/3 0.50; sqrt(2) -1]", matrix())).toEqual([
      ["1/3", "0.50"],
      ["sqrt(2)", "-1"],
    ]);
    expect(layOut("[2x, y^2; 1, x y]", formulaMatrix({ variables: ["x", "y"] }))).toEqual([
      ["2x", "y^2"],
      ["1", "x y"],
    ]);
  });

  it("takes a name and an equals sign away in front of formulas", () => {
    expect(layOut("∇f = [2x, 8y]", formulaVector({ variables: ["x", "y"] }))).toEqual([["2x"], ["8y"]]);
  });

  it("puts the entries of a vector, row or column, in one column", () => {
    const column = [["1"], ["2"], ["3"]];
    for (const text of ["[1, 2, 3]", "1 2 3", "[1; 2; 3]", "1\n2\n3", "[1 2\n 3]"])
      expect(layOut(text, vector())).toEqual(column);
  });

  it("starts with one empty cell where nothing is typed", () => {
    expect(layOut("  ", matrix())).toEqual([[""]]);
  });

  it.each([
    ["what cannot be read", "[1 foo; 3 4]"],
    ["rows of several lengths", "[1 2; 3]"],
    ["more rows than a matrix may have", Array.from({ length: 21 }, () => "1").join("\n")],
  ])("leaves %s to the text field", (_, text) => {
    expect(layOut(text, matrix())).toBeUndefined();
  });

  it("takes no table for a vector", () => {
    expect(layOut("[1 2; 3 4]", vector())).toBeUndefined();
  });

  it("gives back every grid that went through the text field", () => {
    const cells: Cells = [
      ["1/3", ""],
      ["0,5", "2 x"],
    ];
    expect(layOut(writeCells(cells).text, matrix())).toEqual(cells);
  });
});
