import { withdrawAnnouncement } from "#app/_actions/withdraw-announcement.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Announcement } from "#lib/course/section/announcements.ts";
import { LinkedText } from "./linked-text.tsx";

/** What was announced, newest first. */
export function Announcements({ section, announcements }: { section: string; announcements: readonly Announcement[] }) {
  if (announcements.length === 0) return null;
  return (
    <ol className="mt-4 space-y-8">
      {announcements.map(({ id, title, paragraphs, by, at, own }) => (
        <li key={id} className="max-w-measure">
          <h3 className="text-h3 break-words">{title}</h3>
          <p className="font-sans text-note text-muted">
            {by !== null && `${by}, `}
            <LocalTime iso={at} />
          </p>
          {paragraphs.map((text, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that never changes
            <p key={i} className="mt-2 break-words whitespace-pre-line">
              <LinkedText>{text}</LinkedText>
            </p>
          ))}
          {own && (
            <details className="mt-1">
              <summary className="w-fit cursor-pointer py-2 font-sans text-note text-muted hover:text-ink">
                Take it back<span className="sr-only">: {title}</span>
              </summary>
              <p className="mb-2 text-note">Nobody will see it any more, and it cannot be brought back.</p>
              <ActionButton action={withdrawAnnouncement} fields={{ section, announcement: id }} look="secondary">
                Take back “{title}”
              </ActionButton>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
