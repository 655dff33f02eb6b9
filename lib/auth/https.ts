/**
 * Whether the browser's side of this request is https. The header comes from the proxy in front, or from Next itself;
 * a client that forges it changes only which of its own cookies are marked `Secure`.
 */
export function isHttps(headers: Headers): boolean {
  return headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
}
