import { setTimeout } from "node:timers/promises";

import { type Contender, frames, marksInView } from "./contender";
import type { PlainMark } from "./plain-text";

/** As much of `@recogito/text-annotator` as is asked of it. */
interface Recogito {
  createTextAnnotator(
    element: HTMLElement,
    options: { renderer: "SPANS" },
  ): {
    setAnnotations(annotations: unknown[]): void;
    addAnnotation(annotation: unknown): void;
    setSelected(id: string): void;
  };
}

/** The other project's own script, with its overlay of elements; given up after `seconds`. */
export function recogito(url: string, seconds: number): Contender {
  return {
    title: "by @recogito/text-annotator",
    allowed: seconds,
    mark: ".r6o-span-highlight-layer .r6o-annotation",
    async open(page) {
      await page.goto(url);
      const painted = page.evaluate(annotateAll).then(() => true);
      // Given up, it breaks off when its browser is closed.
      painted.catch(() => undefined);
      return Promise.race([painted, setTimeout(seconds * 1_000, false)]);
    },
    async add(page, round, begin) {
      await begin();
      await page.evaluate((start) => Reflect.get(window, "annotator").add(start), 200 + round * 40);
      await frames(page, 6);
    },
    async focus(page, round) {
      const points = await marksInView(page, ".r6o-span-highlight-layer .r6o-annotation");
      const point = points[round % points.length];
      if (point) await page.mouse.click(point.x, point.y);
    },
  };
}

async function annotateAll(): Promise<void> {
  const root = document.getElementById("text")!;
  const marks: PlainMark[] = await (await fetch("/marks")).json();
  const { createTextAnnotator }: Recogito = Reflect.get(window, "RecogitoJS");
  const annotator = createTextAnnotator(root, { renderer: "SPANS" });
  const annotationOf = ({ id, ...selector }: PlainMark) => ({
    id,
    bodies: [],
    target: { annotation: id, selector: [selector] },
  });
  annotator.setAnnotations(marks.map(annotationOf));
  const add = (start: number) => {
    const quote = root.textContent.slice(start, start + 10);
    annotator.addAnnotation(annotationOf({ id: `added${start}`, start, end: start + 10, quote }));
  };
  Object.assign(window, { annotator: { add } });
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}
