/**
 * Something is wrong with the machine or its settings, and whoever runs Postil can mend it.
 *
 * The message says in one sentence what is wrong and in one how to mend it, for a terminal; it
 * never holds a secret. The commands of `scripts/` print it without a stack and exit with 1.
 */
export class SetupError extends Error {
  override name = "SetupError";
}
