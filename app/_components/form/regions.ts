import { timeZones } from "#lib/auth/preferences.ts";

const others = "Others";
const regionOf = (zone: string): string => /^([^/]+)\//.exec(zone)?.[1] ?? others;

const names = [...new Set(timeZones.map(regionOf))].sort((a, b) => Number(a === others) - Number(b === others));

/** The time zones by the continent or ocean they are named after; those without one stand at the end. */
export const regions = names.map((region) => ({
  region,
  zones: timeZones.filter((zone) => regionOf(zone) === region),
}));
