/**
 * The design tokens: a printed page in black ink, and one accent, the blue of a fountain pen, for what the learner
 * writes and may press. Each colour has a value by day and one by night; `color-scheme` on the root chooses.
 */
import type { Config } from "tailwindcss";
import plugin from "tailwindcss/plugin";

const palette = {
  paper: ["#fcfcf9", "#15171a"],
  raised: ["#ffffff", "#1c1f23"],
  wash: ["#f1f1eb", "#23262b"],
  rule: ["#dcdbd2", "#383c42"],
  edge: ["#7d8086", "#7f858d"],
  ink: ["#1b1c1f", "#e9e7e1"],
  muted: ["#55585d", "#abaeb3"],
  accent: ["#2545a6", "#a9bcff"],
  "accent-strong": ["#1a3382", "#c6d3ff"],
  "accent-wash": ["#e8edfa", "#222b48"],
  "on-accent": ["#ffffff", "#11162a"],
  correct: ["#1a6238", "#86d3a1"],
  "correct-wash": ["#e5f1e8", "#1a2e22"],
  wrong: ["#9f291d", "#f3a397"],
  "wrong-wash": ["#f9e9e5", "#3a211d"],
  hold: ["#6f4b00", "#e5be6c"],
  "hold-wash": ["#f8efd9", "#332a15"],
} as const satisfies Record<string, readonly [day: string, night: string]>;

const names = Object.entries(palette);

export default {
  theme: {
    screens: { sm: "520px", md: "760px", lg: "1100px", xl: "1400px" },
    colors: {
      transparent: "transparent",
      current: "currentColor",
      ...Object.fromEntries(names.map(([name]) => [name, `var(--${name})`])),
    },
    fontFamily: {
      serif: ['"Source Serif 4 Variable"', '"Source Serif fallback"', "Georgia", "serif"],
      sans: ['"Inter Variable"', '"Inter fallback"', "system-ui", "sans-serif"],
      mono: ["ui-monospace", '"SF Mono"', '"Cascadia Mono"', '"DejaVu Sans Mono"', "monospace"],
    },
    fontSize: {
      fine: ["0.8125rem", "1.4"],
      note: ["0.9375rem", "1.5"],
      control: ["0.9375rem", "1.4"],
      body: ["1.125rem", "1.6"],
      lead: ["1.3125rem", "1.5"],
      h3: ["1.25rem", "1.35"],
      h2: ["1.5rem", "1.25"],
      h1: ["2.125rem", "1.15"],
      display: ["clamp(2.5rem, 7vw, 4rem)", "1.05"],
    },
    borderRadius: { none: "0", sm: "3px", DEFAULT: "5px", full: "9999px" },
    extend: {
      maxWidth: { page: "76rem", measure: "40rem" },
      gridTemplateColumns: { page: "minmax(0, 42rem) minmax(15rem, 19rem)" },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ":root": Object.fromEntries(names.map(([name, [day, night]]) => [`--${name}`, `light-dark(${day}, ${night})`])),
      });
    }),
  ],
} satisfies Config;
