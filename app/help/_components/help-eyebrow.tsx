import Link from "next/link";

/** Above the title of a guide: the way back to all of them. */
export function HelpEyebrow() {
  return (
    <p className="eyebrow">
      <Link href="/help" className="inline-block py-1 hover:text-accent hover:underline">
        Help
      </Link>
    </p>
  );
}
