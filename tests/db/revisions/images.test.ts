import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";

import { db } from "@/lib/db";
import { saveDraft } from "@/lib/revisions/draft";
import { addImage, getImage } from "@/lib/revisions/images";
import { previewPublishing, publishRevision } from "@/lib/revisions/publishing";
import { getDraft } from "@/lib/revisions/queries";
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

describe("an image that is pasted into another reading", () => {
  const figure = (src: string) => ({
    type: "doc",
    content: [
      { type: "paragraph", content: [{ type: "text", text: "See below." }] },
      { type: "figure", content: [{ type: "image", attrs: { src, alt: "A dot" } }] },
    ],
  });
  async function paste(ownerId: string, address: string) {
    const other = await createReading({ ownerId });
    const { baseId } = await getDraft(ownerId, other.id);
    const document = figure(address);
    await saveDraft(ownerId, other.id, 0, { baseId, document, steps: null });
    const { document: saved } = await getDraft(ownerId, other.id);
    return { other, src: JSON.stringify(saved).match(/\/api\/v1\/images\/[\w-]+/)?.[0] ?? "" };
  }

  test("becomes that reading's own where its writer may see it, the same one every time", async () => {
    const image = await canvas(31, 10).png().toBuffer();
    const { id, address } = await addImage(reading.ownerId, reading.id, image);
    const { other, src } = await paste(reading.ownerId, address);
    expect(src).not.toBe(address);
    const own = await db.readingImage.findMany({ where: { readingId: other.id } });
    expect(own.map((each) => `/api/v1/images/${each.id}`)).toEqual([src]);
    const original = await db.readingImage.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(own[0]!.bytes)).toEqual(Buffer.from(original.bytes));

    const { version, baseId } = await getDraft(reading.ownerId, other.id);
    const again = { baseId, document: figure(address), steps: null };
    await saveDraft(reading.ownerId, other.id, version, again);
    expect(await db.readingImage.count({ where: { readingId: other.id } })).toBe(1);
    const { obstacles } = await previewPublishing(reading.ownerId, other.id);
    expect(obstacles.foreignImages).toBe(0);
  });

  test("is copied for nobody who may not see it, and not published", async () => {
    const image = await canvas(32, 10).png().toBuffer();
    const { address } = await addImage(reading.ownerId, reading.id, image);
    const { other, src } = await paste(room.nobody.id, address);
    expect(src).toBe(address);
    expect(await db.readingImage.count({ where: { readingId: other.id } })).toBe(0);
    const preview = await previewPublishing(room.nobody.id, other.id);
    expect(preview.obstacles.foreignImages).toBe(1);
    expect(await outcomeOf(publishRevision(room.nobody.id, preview))).toBe("Conflict");
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
