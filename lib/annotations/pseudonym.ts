import "server-only";

import { randomInt } from "node:crypto";

import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/** Words that praise or blame nobody, and that nobody is called by. */
const MANNERS = [
  ...["Amber", "Autumn", "Azure", "Balmy", "Brisk", "Bronze", "Calm", "Cedar", "Clear", "Cobalt"],
  ...["Coral", "Crimson", "Dappled", "Distant", "Early", "Evening", "Fern", "Flint", "Gentle"],
  ...["Golden", "Granite", "Green", "Harbour", "Hazel", "Highland", "Indigo", "Island", "Ivory"],
  ...["Jade", "Lakeside", "Late", "Lavender", "Linen", "Lunar", "Maple", "Marble", "Meadow"],
  ...["Misty", "Morning", "Mossy", "Northern", "Ochre", "Olive", "Opal", "Pale", "Pearl", "Plain"],
  ...["Quiet", "Rainy", "Russet", "Saffron", "Scarlet", "Silver", "Slate", "Snowy", "Southern"],
  ...["Spring", "Starry", "Still", "Summer", "Sunlit", "Tidal", "Velvet", "Violet"],
  ...["Western", "Willow", "Winter", "Woodland"],
];
const CREATURES = [
  ...["Avocet", "Badger", "Bittern", "Bunting", "Chaffinch", "Cormorant", "Crane", "Curlew"],
  ...["Deer", "Dipper", "Dormouse", "Dove", "Dunlin", "Egret", "Falcon", "Finch", "Gannet"],
  ...["Goldcrest", "Goshawk", "Grebe", "Hare", "Harrier", "Hedgehog", "Heron", "Hoopoe", "Ibis"],
  ...["Jackdaw", "Kestrel", "Kingfisher", "Kite", "Lapwing", "Lark", "Linnet", "Lynx", "Marten"],
  ...["Merlin", "Nightjar", "Nuthatch", "Oriole", "Osprey", "Otter", "Owl", "Petrel", "Pipit"],
  ...[
    "Plover",
    "Puffin",
    "Redstart",
    "Robin",
    "Sandpiper",
    "Siskin",
    "Skylark",
    "Snipe",
    "Sparrow",
  ],
  ...[
    "Starling",
    "Stoat",
    "Stork",
    "Swallow",
    "Swift",
    "Teal",
    "Tern",
    "Thrush",
    "Vole",
    "Wagtail",
  ],
  ...["Warbler", "Waxwing", "Woodcock", "Wren"],
];

const TRIES = 20;

/**
 * Sees to it that a person has a pseudonym in an assignment. It is drawn by the system's random
 * numbers from several thousand, and told by nothing that is known of the person.
 */
export async function drawPseudonym(
  { assignmentId, userId }: { assignmentId: string; userId: string },
  triesLeft = TRIES,
): Promise<void> {
  const voices = await db.pseudonym.findMany({
    where: { assignmentId },
    select: { userId: true, name: true },
  });
  if (voices.some((voice) => voice.userId === userId)) return;
  const name = drawName(new Set(voices.map((voice) => voice.name)));
  try {
    await db.pseudonym.create({ data: { assignmentId, userId, name }, select: { key: true } });
  } catch (error) {
    // Somebody drew the same name meanwhile, or the person did in another tab.
    const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    if (!isTaken || triesLeft === 0) throw error;
    await drawPseudonym({ assignmentId, userId }, triesLeft - 1);
  }
}

/** A name that is not taken; with a number where nearly all are. */
export function drawName(taken: ReadonlySet<string>): string {
  for (let tries = 0; tries < TRIES; tries++) {
    const name = pair();
    if (!taken.has(name)) return name;
  }
  return `${pair()} ${randomInt(1_000, 1_000_000)}`;
}

function pair(): string {
  return `${oneOf(MANNERS)} ${oneOf(CREATURES)}`;
}

function oneOf(words: readonly string[]): string {
  return words[randomInt(words.length)] ?? "";
}
