/** A turning ring beside words that say what is going on; never alone. */
export function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="inline-block size-3.5 animate-spin rounded-full border-2 border-current border-e-transparent"
    />
  );
}
