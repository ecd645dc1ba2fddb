/** The sign of the product: lines of a page, and a red bracket in its margin. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className} fill="none">
      <path d="M3 5h11M3 10h11M3 15h11M3 20h7" stroke="currentColor" strokeWidth="2" />
      <path d="M18 4h3v12h-3" stroke="var(--accent)" strokeWidth="2.25" />
    </svg>
  );
}
