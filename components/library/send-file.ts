"use client";

/** Sends a file to be brought in, and tells how much of it has been sent; never throws. */
export function sendFile(
  file: File,
  progress: (share: number) => void = () => undefined,
): Promise<{ id: string } | { detail: string }> {
  const form = new FormData();
  form.set("file", file);
  return new Promise((resolve) => {
    // `fetch` cannot say how much has been sent.
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/imports");
    request.responseType = "json";
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onerror = () => resolve({ detail: "" });
    request.onload = () => {
      const answer: { id?: unknown; detail?: unknown } = request.response ?? {};
      if (request.status === 201) resolve({ id: String(answer.id) });
      else resolve({ detail: typeof answer.detail === "string" ? answer.detail : "" });
    };
    request.send(form);
  });
}
