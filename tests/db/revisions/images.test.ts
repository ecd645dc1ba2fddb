import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";

import { db } from "@/lib/db";
import { addImage, getImage } from "@/lib/revisions/images";
import { type Classroom, openClassroom, type ViewerName } from "../../support/classroom";
import { createReading } from "../../support/factories";
import { outcomeOf } from "../../support/outcome";

let reading: Awaited<ReturnType<typeof createReading>>;
let room: Classroom;

beforeAll(async () => {
  reading = await createReading();
  room = await openClassroom({ reading });
});

const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "tomato" } });

describe("an uploaded image", () => {
  test("is kept as WebP without what came beside its pixels, no larger than is of use", async () => {
    const photograph = await canvas(3_000, 1_500)
      .withExif({ IFD0: { Artist: "Ada, at home" } })
      .jpeg()
      .toBuffer();
    const added = await addImage(reading.ownerId, reading.id, photograph);
    expect(added).toMatchObject({ width: 2_400, height: 1_200 });
    const { type, bytes } = await getImage(reading.ownerId, added.id);
    const { format, exif } = await sharp(bytes).metadata();
    expect({ type, format, exif }).toEqual({ type: "image/webp", format: "webp", exif: undefined });
  });

  test("is kept once, however often it is uploaded", async () => {
    const image = await canvas(20, 10).png().toBuffer();
    const first = await addImage(reading.ownerId, reading.id, image);
    const second = await addImage(reading.ownerId, reading.id, image);
    expect(second).toEqual(first);
    expect(await db.readingImage.count({ where: { id: first.id } })).toBe(1);
  });

  test.each<[string, () => Promise<Buffer>]>([
    ["a drawing that is a program", async () => Buffer.from(SVG)],
    ["no image", async () => Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["nothing", async () => Buffer.alloc(0)],
    ["a broken one", async () => (await canvas(200, 200).png().toBuffer()).subarray(0, 100)],
    ["more pixels than can be read", async () => hugePng()],
  ])("is refused where it is %s", async (_, make) => {
    expect(await outcomeOf(addImage(reading.ownerId, reading.id, await make()))).toBe("Invalid");
  });

  test("is taken from nobody but the owner", async () => {
    const image = await canvas(20, 10).png().toBuffer();
    expect(await outcomeOf(addImage(room.instructor.id, reading.id, image))).toBe("NotFound");
  });
});

describe("the image of a reading", () => {
  const NOW = new Date("2026-10-01T12:00:00Z");
  const LATER = new Date("2026-10-02T12:00:00Z");

  test.each<[ViewerName, string, Date | null]>([
    ["author", "done", null],
    ["classmate", "done", null],
    ["instructor", "done", null],
    ["assistant", "done", null],
    ["removed", "NotFound", null],
    ["stranger", "NotFound", null],
    ["nobody", "NotFound", null],
    ["author", "NotFound", LATER],
    ["instructor", "done", LATER],
    ["removed", "NotFound", LATER],
  ])("is for who may read it: %s → %s, opening %s", async (name, outcome, opensAt) => {
    const own = await createReading();
    const { people } = await openClassroom({ reading: own, opensAt });
    const { id } = await addImage(own.ownerId, own.id, await canvas(8, 8).png().toBuffer());
    expect(await outcomeOf(getImage(people[name].id, id, NOW))).toBe(outcome);
    expect(await outcomeOf(getImage(own.ownerId, id, NOW))).toBe("done");
  });
});

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9"/></svg>';

/** The head of a PNG that says it is 30,000 pixels wide and high, and little more. */
async function hugePng(): Promise<Buffer> {
  return sharp({ create: { width: 8_000, height: 8_000, channels: 3, background: "tomato" } })
    .png({ compressionLevel: 9 })
    .toBuffer();
}
