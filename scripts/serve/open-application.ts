import type { RequestListener } from "node:http";

import type { Door } from "./open-door";

/** Next's part of the server, in this process. */
export interface Application {
  listener: RequestListener;
  close(): Promise<void>;
}

/** Makes Next ready to answer what comes through the door. */
export async function openApplication(door: Door, isDevelopment: boolean): Promise<Application> {
  // Not before: it settles by NODE_ENV which build of React it takes.
  const { default: next } = await import("next");
  const application = next({
    dev: isDevelopment,
    dir: ".",
    hostname: "localhost",
    port: door.port,
    httpServer: door.server,
  });
  await application.prepare();
  const handle = application.getRequestHandler();
  return {
    listener: (request, response) => {
      handle(request, response).catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
    },
    close: () => application.close(),
  };
}
