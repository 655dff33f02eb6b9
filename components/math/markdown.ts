/** Markdown as exercises write it: CommonMark with $TeX$ and $$TeX$$, and without HTML of its own. */
import { Marked, type Token, type TokenizerAndRendererExtension } from "marked";
import { type Marks, points } from "./decimal-mark.ts";
import { typeset } from "./typeset.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => escapes[c] ?? c);

const rendered = (tex: string, display: boolean) =>
  typeset(tex, display) ?? `<code title="This formula could not be typeset">${escaped(tex)}</code>`;

/** Formulas side by side, which come one under the other where there is no room. */
function sideBySide(tex: string): string[] {
  const formulas = tex.split(/\\q?quad\b/).map((formula) => typeset(formula.trim(), true));
  // A space inside a matrix or braces parts nothing.
  return formulas.every((html) => html !== undefined) ? formulas : [rendered(tex, true)];
}

const displayed: TokenizerAndRendererExtension = {
  name: "displayTex",
  level: "block",
  start: (source) => source.indexOf("$$"),
  tokenizer(source) {
    const match = /^\$\$([\s\S]+?)\$\$(?:\n|$)/.exec(source);
    return match ? { type: "displayTex", raw: match[0], text: (match[1] ?? "").trim() } : undefined;
  },
  renderer: ({ text }) => `<div class="formulas">${sideBySide(`${text}`).join("")}</div>`,
};

/** A formula this short stays on one line; a longer one may break after a relation or an operator. */
const longestUnbroken = 24;

const inline: TokenizerAndRendererExtension = {
  name: "inlineTex",
  level: "inline",
  start: (source) => source.indexOf("$"),
  tokenizer(source) {
    const match = /^(\$\$?)([^$]+)\1/.exec(source);
    return match ? { type: "inlineTex", raw: match[0], text: match[2] ?? "", display: match[1] === "$$" } : undefined;
  },
  renderer({ text, display }) {
    const html = rendered(`${text}`, display === true);
    return `${text}`.length > longestUnbroken ? html : `<span class="unbroken">${html}</span>`;
  },
};

const marked = new Marked({
  extensions: [displayed, inline],
  renderer: {
    html: ({ text }) => escaped(text),
    link: ({ text }) => escaped(text),
    image: ({ text }) => escaped(text),
    // What heads nothing is no header: the empty corner of a table.
    tablecell({ header, align, tokens }) {
      const content = this.parser.parseInline(tokens);
      const tag = header && content.trim() !== "" ? "th" : "td";
      return `<${tag}${align ? ` align="${align}"` : ""}>${content}</${tag}>\n`;
    },
  },
});

/** HTML of authored Markdown; links and HTML in it come out as text. Never for what a learner typed. */
export const markdown = (source: string, marks = points): string =>
  marked.parse(source, { async: false, walkTokens: withMarks(marks) });

/** The same for one sentence, without a paragraph around it. */
export const inlineMarkdown = (source: string, marks = points): string =>
  marked.parseInline(source, { async: false, walkTokens: withMarks(marks) });

/** Gives text and formulas the decimal mark that is wanted; code, which shows what to type, keeps its own. */
const withMarks = (marks: Marks) => (token: Token) => {
  if (token.type === "displayTex" || token.type === "inlineTex")
    Object.assign(token, { text: marks.tex(`${token.text}`) });
  // A piece of text that has pieces of its own is written as these.
  if (token.type === "text" && !("tokens" in token && token.tokens)) token.text = marks.text(token.text);
};
