/** The text of a reading, from HTML that the server made out of its document. */
export function ReadingText({ html, language }: { html: string; language: string }) {
  return (
    <div
      className="reading-text"
      lang={language || undefined}
      dir="auto"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered from the reading schema, which has no scripts
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
