import { Refusal } from "@/lib/errors";

/** The name of the refusal that work ends in, or `done`. Everything else that is thrown is a bug. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refusal) return error.name;
    throw error;
  }
}
