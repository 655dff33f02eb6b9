import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { sheetsOf } from "#lib/course/gradebook/sheets.ts";
import type { Gradebook } from "#lib/course/gradebook/table.ts";
import { workbookOf } from "#lib/course/gradebook/xlsx.ts";
import { example, named } from "./example.ts";
import { hostile } from "./hostile.ts";
import { unzipped } from "./unzip.ts";

const written = async (gradebook: Gradebook) => await workbookOf(sheetsOf(gradebook, "today"));
const read = async (gradebook: Gradebook) => await readXlsxFile(Buffer.from(await written(gradebook)), { trim: false });

describe("the workbook", () => {
  it("comes back from a reader as it was: numbers as numbers, digits of a student number as text", async () => {
    const sheets = await read(example);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Grades", "Categories", "About"]);
    for (const [i, { rows }] of sheetsOf(example, "today").entries()) expect(sheets[i]?.data).toEqual(rows);
    expect(sheets[0]?.data[1]?.slice(2, 5)).toEqual(["007", "A", 17.5]);
  });

  it("keeps the heading and the names in sight, and has widths", async () => {
    const sheet = unzipped(await written(example)).get("xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<pane [^>]*xSplit="1"/);
    expect(sheet?.match(/<col /g)).toHaveLength(11);
  });

  it("has no formula, whatever somebody is called", async () => {
    const files = unzipped(await written(named(hostile)));
    const sheets = [...files].filter(([name]) => name.startsWith("xl/worksheets/sheet"));
    expect(sheets).toHaveLength(3);
    for (const [, xml] of sheets) {
      expect(xml).toContain("<c ");
      expect(xml).not.toMatch(/<f[\s>/]/);
    }
  });

  it("formats text as text, so that editing a cell makes no formula of it either", async () => {
    const files = unzipped(await written(named(hostile)));
    const styles = files.get("xl/styles.xml") ?? "";
    const asText = /numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1];
    const formats = [...styles.matchAll(/<xf ([^>]*)>/g)].map(([, xf]) => /numFmtId="(\d+)"/.exec(xf ?? "")?.[1]);
    const cells = [...(files.get("xl/worksheets/sheet1.xml") ?? "").matchAll(/<c ([^>]*)t="s"/g)];
    expect(cells.length).toBeGreaterThan(hostile.length);
    for (const [, cell] of cells) expect(formats[Number(/s="(\d+)"/.exec(cell ?? "")?.[1])]).toBe(asText ?? "none");
  });

  it("has what somebody typed as they typed it", async () => {
    const [grades] = await read(named(hostile));
    const names = grades?.data.slice(1).map(([name]) => name ?? "");
    expect(names).toEqual([...hostile]);
  });
});
