const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Scripts come from this site alone. Inline ones must stay allowed: Next hands a page's data over in them. KaTeX places
 * its boxes with style attributes.
 */
const policy = {
  "default-src": "'self'",
  "script-src": `'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": `'self'${isDevelopment ? " ws:" : ""}`,
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
};

const securityHeaders = [
  {
    key: "Content-Security-Policy",
    value: Object.entries(policy)
      .map((rule) => rule.join(" "))
      .join("; "),
  },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** @type {import("next").NextConfig} */
export default {
  serverExternalPackages: ["@electric-sql/pglite", "@node-rs/argon2", "nodemailer", "pg-boss"],
  // A first visit paints a round trip sooner with its style in the page than behind it (docs/speed.md).
  experimental: { inlineCss: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of everything; a build on somebody's machine need not check the tests again.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};
