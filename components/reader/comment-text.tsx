import { renderToReactElement } from "@tiptap/static-renderer/pm/react";
import type { CommentView } from "@/lib/annotations/present";
import { commentExtensions } from "@/lib/editor/comment-schema";

/** The words of a comment, from its document: never from HTML. */
export function CommentText({ body }: { body: CommentView["body"] }) {
  if (body === null || typeof body !== "object" || Array.isArray(body)) return null;
  return (
    <div className="comment-text">
      {renderToReactElement({ content: body, extensions: commentExtensions })}
    </div>
  );
}
