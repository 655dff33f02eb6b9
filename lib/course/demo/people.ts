/** The made-up students of the demonstration. Pure. */
import type { Rng } from "#lib/exercise/rng.ts";

export interface DemoStudent {
  name: string;
  /** At a domain that no mail can reach (RFC 2606). */
  email: string;
  studentNumber: string;
  group: string;
  /** On the scale of difficulties: 0 is right half of the time at an item of difficulty 0. */
  ability: number;
}

/** A student with their rows. */
export interface Enrolled extends DemoStudent {
  userId: string;
  enrollmentId: string;
}

const names = [
  "Amara Okafor",
  "Anders Lindqvist",
  "Beatriz Carvalho",
  "Chen Yu",
  "Daniel Abebe",
  "Dina Haddad",
  "Elif Demir",
  "Emma Virtanen",
  "Farid Rahimi",
  "Gabriela Rojas",
  "Hana Novotná",
  "Ibrahim Diallo",
  "Ines Moreau",
  "Jonas Weber",
  "Kamala Iyer",
  "Katarzyna Nowak",
  "Kwame Mensah",
  "Lars Hansen",
  "Leila Farahani",
  "Luca Ferri",
  "Mai Nguyen",
  "Marta Kovács",
  "Mateo Vargas",
  "Mei Tanaka",
  "Miriam Levi",
  "Nadia Petrova",
  "Noah Clarke",
  "Olena Shevchuk",
  "Owen Byrne",
  "Paula Jiménez",
  "Rahel Tesfaye",
  "Ravi Menon",
  "Sara Ahmadi",
  "Sofia Papadaki",
  "Tariq Aziz",
  "Thea Johansen",
  "Tomás Duarte",
  "Wanjiru Kamau",
  "Yara Nasser",
  "Zofia Mazur",
] as const;

/** Forty students in four groups; the same for the same generator. */
export const demoStudents = (rng: Rng): DemoStudent[] =>
  names.map((name, i) => ({
    name,
    email: `${name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(" ", ".")}@example.invalid`,
    studentNumber: String(4_100_000 + 37 * i + 11),
    group: `Group ${1 + (i % 4)}`,
    // The sum of three is bell-shaped enough; so wide that those who know differ from those who do not.
    ability: 0.4 + 1.7 * (rng.decimal(-1, 1, 3) + rng.decimal(-1, 1, 3) + rng.decimal(-1, 1, 3)),
  }));
