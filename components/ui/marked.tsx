/** Words in which some places are marked: what somebody wrote stays text. */
export function Marked({ text, hits }: MarkedProps) {
  const pieces = hits.map(({ start, end }, index) => ({
    before: text.slice(hits[index - 1]?.end ?? 0, start),
    hit: text.slice(start, end),
    start,
  }));
  return (
    <>
      {pieces.map(({ before, hit, start }) => (
        <span key={start}>
          {before}
          <mark className="rounded-xs bg-(--found) text-(--on-found)">{hit}</mark>
        </span>
      ))}
      {text.slice(hits.at(-1)?.end ?? 0)}
    </>
  );
}

interface MarkedProps {
  text: string;
  /** UTF-16 units, in order, none in another. */
  hits: { start: number; end: number }[];
}
