/** What a mail says, as text and as simple HTML that says the same. Pure. */

/** A way on, with the words for it. */
interface Way {
  words: string;
  url: string;
}

/** What is written to one reader. All of it is plain text; nothing in it is taken for markup or for a header. */
export interface Letter {
  subject: string;
  paragraphs: readonly string[];
  open: Way;
  /** Why they get it, and how they get no more. */
  why: string;
  end: Way;
  /** Takes one POST, from a mail program, and ends it. */
  oneClick: string;
}

/** A header’s value on one line: what could end it becomes a space. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();

/** The text of a letter. */
export const asText = ({ paragraphs, open, why, end }: Letter): string =>
  [...paragraphs, `${open.words}:\n${open.url}`, `-- \n${why}\n${end.words}: ${end.url}`].join("\n\n").concat("\n");

/** The same as HTML that loads nothing. */
export const asHtml = ({ subject, paragraphs, open, why, end }: Letter): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="font-family: Georgia, serif; font-size: 16px; line-height: 1.5; max-width: 36em">
${paragraphs.map((text) => `<p>${escaped(text).replaceAll("\n", "<br>")}</p>`).join("\n")}
<p>${link(open)}</p>
<hr>
<p style="font-size: 13px">${escaped(why)} ${link(end)}</p>
</body>
</html>
`;

const link = ({ words, url }: Way): string => `<a href="${escaped(url)}">${escaped(words)}</a>`;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
