/** What the mails say. No scores, no verdicts, nobody else’s name: a mail is read over shoulders. Pure. */
import { type Letter, oneLine } from "#lib/mail/letter.ts";

/** What every mail to one reader has. */
export interface Frame {
  /** The beginning of all links. */
  site: string;
  section: { id: string; title: string };
  /** The zone in which times are said. */
  timeZone: string;
  /** Of the reader’s own links. */
  token: string;
}

/** What can be said of an assignment. */
interface Sheet {
  id: string;
  title: string;
}

interface Times {
  dueAt: Date;
  /** Null where it is open. */
  opensAt: Date | null;
  lateUntil: Date | null;
}

/** That an assignment is due soon. */
export function dueSoonLetter(frame: Frame, { id, title }: Sheet, { dueAt, opensAt, lateUntil }: Times): Letter {
  const { section, timeZone } = frame;
  const at = (date: Date) => inWords(date, timeZone);
  const isTakenLate = lateUntil !== null && lateUntil > dueAt;
  const sentences = [
    `“${oneLine(title)}” in ${oneLine(section.title)} is due on ${at(dueAt)}, ${timeZone} time.`,
    opensAt && `It opens on ${at(opensAt)}.`,
    isTakenLate && `Late answers are taken until ${at(lateUntil)}, and may cost points.`,
  ];
  return {
    ...framed(frame),
    subject: `Due ${short(dueAt, timeZone)}: ${title}`,
    paragraphs: [sentences.filter((sentence) => typeof sentence === "string").join(" ")],
    open: { words: "Open it", url: sheetAt(frame, id) },
  };
}

/** That results can be seen. */
export function resultsLetter(frame: Frame, { id, title }: Sheet): Letter {
  return {
    ...framed(frame),
    subject: `Results are out: ${title}`,
    paragraphs: [`You can see now how you did in “${oneLine(title)}” in ${oneLine(frame.section.title)}.`],
    open: { words: "See your results", url: sheetAt(frame, id) },
  };
}

/** What was announced, as it was written. */
export function announcementLetter(frame: Frame, { title, body }: { title: string; body: string }): Letter {
  return {
    ...framed(frame),
    subject: `${frame.section.title}: ${title}`,
    paragraphs: [oneLine(title), ...body.split(/\n{2,}/)],
    open: { words: "Open the section", url: `${frame.site}/sections/${frame.section.id}` },
  };
}

const sheetAt = ({ site, section }: Frame, id: string) => `${site}/sections/${section.id}/assignments/${id}`;

function framed({ site, section, token }: Frame): Pick<Letter, "why" | "end" | "oneClick"> {
  return {
    why: `You get this since you are in the section ${oneLine(section.title)} at Chainrule.`,
    end: { words: "Choose which mails you get, or none", url: `${site}/unsubscribe/${token}` },
    oneClick: `${site}/api/unsubscribe/${token}`,
  };
}

/** "Tuesday 24 November at 18:00" */
const inWords = (date: Date, timeZone: string): string =>
  `${new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone }).format(date)} at ${clock(date, timeZone)}`;

/** "Tue 24 Nov, 18:00" */
const short = (date: Date, timeZone: string): string =>
  `${new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone }).format(date).replace(",", "")}, ${clock(date, timeZone)}`;

const clock = (date: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(date);
