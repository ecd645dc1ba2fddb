import "server-only";

import { createHash } from "node:crypto";
import { Feed } from "feed";
import { getTranslations } from "next-intl/server";

import { publicUrl } from "@/lib/mail/transport";
import type { CourseFeedView } from "@/lib/notifications/feed";

/**
 * A feed in the form of RFC 4287, or 304 when the program holds the same one already. What people
 * wrote stands in it as text, never as HTML.
 */
export async function respondAtom(request: Request, view: CourseFeedView): Promise<Response> {
  const text = storable(await atomOf(view));
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const headers = { etag, "cache-control": "private, max-age=300" };
  const held = request.headers.get("if-none-match")?.replaceAll("W/", "").split(/,\s*/) ?? [];
  if (held.includes(etag)) return new Response(null, { status: 304, headers });
  const type = "application/atom+xml; charset=utf-8";
  return new Response(text, { headers: { ...headers, "content-type": type } });
}

async function atomOf({ courseId, title, updatedAt, entries }: CourseFeedView): Promise<string> {
  const t = await getTranslations("feed");
  const feed = new Feed({
    id: `urn:uuid:${courseId}`,
    title: t("feedTitle", { course: title }),
    link: `${publicUrl()}/courses/${courseId}`,
    updated: updatedAt,
    copyright: "",
    generator: "Postil",
  });
  for (const { id, annotationId, assignmentId, author, quote, words, ...entry } of entries) {
    feed.addItem({
      id: `urn:uuid:${id}`,
      title: t("entryTitle", { name: author, title: entry.title }),
      link: `${publicUrl()}/read/${assignmentId}#a-${annotationId}`,
      date: entry.updatedAt,
      published: entry.createdAt,
      author: [{ name: author }],
      // Atom readers show this as HTML.
      content: [
        quote && `<blockquote>${escaped(quote)}</blockquote>`,
        `<p>${escaped(words)}</p>`,
      ].join(""),
    });
  }
  return feed.atom1();
}

/** Without the characters that XML cannot hold, not even escaped. */
function storable(xml: string): string {
  // Halves of characters become the sign for what cannot be read.
  return Buffer.from(xml)
    .toString()
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
