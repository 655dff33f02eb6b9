/**
 * The fonts of KaTeX as WOFF2 alone: every browser that runs this site reads it, and the addresses of the other formats
 * would be in the head of every page with a formula.
 */
const woff2Alone = {
  postcssPlugin: "woff2-alone",
  Declaration: {
    src: (declaration) => {
      declaration.value = declaration.value.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, "");
    },
  },
};

export default { plugins: ["@tailwindcss/postcss", woff2Alone] };
