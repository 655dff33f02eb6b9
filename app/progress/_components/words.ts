/** Days and times in the words of the page of progress. */

const day = (timeZone: string) => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone });

/** "24 Nov", of a time in ms. */
export const shortDay = (at: number, timeZone: string): string => day(timeZone).format(at);

const long = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

/** "Sun 22 Nov", of a day in ISO 8601. */
export const namedDay = (iso: string): string => long.format(Date.parse(iso)).replace(",", "");

/** "45 s", "2 min", "1 min 20 s"; of more than ten minutes no seconds. */
export function duration(seconds: number): string {
  const rounded = Math.round(seconds);
  const [minutes, rest] = [Math.floor(rounded / 60), rounded % 60];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 || minutes >= 10 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

const full = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** "22 Nov 2026", of a day in ISO 8601. */
export const fullDay = (iso: string): string => full.format(Date.parse(iso));

/** "3 of 4, 75 %". */
export const shareOf = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${part} of ${whole}, ${Math.round((100 * part) / whole)} %`;

/** "1 day", "3 days". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
