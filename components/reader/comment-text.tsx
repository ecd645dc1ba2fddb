import {
  type MarkProps,
  type NodeProps,
  renderJSONContentToReactElement,
} from "@tiptap/static-renderer/json/react";

import type { CommentView } from "@/lib/annotations/present";
import { Formula } from "./formula";

/** The words of a comment, from its document: never from HTML. */
export function CommentText({ body }: { body: CommentView["body"] }) {
  if (body === null || typeof body !== "object" || Array.isArray(body)) return null;
  return <div className="comment-text">{render({ content: body })}</div>;
}

/** One renderer for all comments: making one out of the schema for each would be slow. */
const render = renderJSONContentToReactElement({
  nodeMapping: {
    doc: ({ children }: NodeProps) => <>{children}</>,
    paragraph: ({ children }: NodeProps) => <p>{children}</p>,
    blockquote: ({ children }: NodeProps) => <blockquote>{children}</blockquote>,
    bulletList: ({ children }: NodeProps) => <ul>{children}</ul>,
    orderedList: ({ children, node }: NodeProps) => <ol start={node.attrs?.start}>{children}</ol>,
    listItem: ({ children }: NodeProps) => <li>{children}</li>,
    codeBlock: ({ children }: NodeProps) => (
      <pre>
        <code>{children}</code>
      </pre>
    ),
    hardBreak: () => <br />,
    mention: ({ node }: NodeProps) => <b>@{node.attrs?.label}</b>,
    tag: ({ node }: NodeProps) => <b>#{node.attrs?.name}</b>,
    inlineMath: ({ node }: NodeProps) => <Formula latex={node.attrs?.latex} />,
    blockMath: ({ node }: NodeProps) => <Formula latex={node.attrs?.latex} isBlock />,
    image: ({ node }: NodeProps) => (
      // biome-ignore lint/performance/noImgElement: its address is not public, so nothing can be optimised on the way.
      <img src={`/api/v1/comment-images/${node.attrs?.id}`} alt={node.attrs?.alt} loading="lazy" />
    ),
    text: ({ node }: NodeProps) => node.text,
  },
  markMapping: {
    bold: ({ children }: MarkProps) => <strong>{children}</strong>,
    italic: ({ children }: MarkProps) => <em>{children}</em>,
    code: ({ children }: MarkProps) => <code>{children}</code>,
    link: ({ children, mark }: MarkProps) => (
      <a href={mark.attrs?.href} rel="ugc nofollow noopener">
        {children}
      </a>
    ),
  },
});
