import "server-only";

import { db } from "@/lib/db";
import type { PreferenceChanges } from "./schema";

/**
 * Remembers what a person has chosen anew, and leaves the rest as it is: two tabs that change
 * different things at once must both be heard, so the database merges. What is stored and no
 * object at all gives way.
 */
export async function changePreferences(userId: string, changes: PreferenceChanges): Promise<void> {
  await db.$executeRaw`
    UPDATE "user"
    SET preferences =
      CASE jsonb_typeof(preferences) WHEN 'object' THEN preferences ELSE '{}'::jsonb END
        || ${JSON.stringify(changes)}::jsonb
    WHERE id = ${userId}::uuid`;
}
