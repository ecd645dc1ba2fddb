import type { BrowserContext } from "@playwright/test";

/** What browsers complained of during a test, and what the test had announced. */
export class Complaints {
  private readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  /** Listens to every page of the browser window, also those that it opens later. */
  listen(context: BrowserContext): void {
    context.on("weberror", (error) => this.heard.push(String(error.error())));
    context.on("console", (message) => {
      if (message.type() !== "error") return;
      // Of a request that failed, Chromium's own words leave out which one it was.
      this.heard.push(`${message.text()} (${message.location().url})`);
    });
  }

  /**
   * Says that the test provokes these: a request that is refused, a network that is gone. The
   * address of a failed request stands in parentheses after Chromium's words.
   */
  expect(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  /** What nobody expected. */
  get unexpected(): string[] {
    return this.heard.filter((words) => !this.expected.some((pattern) => pattern.test(words)));
  }
}
