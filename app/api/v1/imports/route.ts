import { requireUser } from "@/lib/auth/session";
import { Invalid } from "@/lib/errors";
import { startImport } from "@/lib/imports/mutations";
import { FILE_LIMIT, fileName } from "@/lib/imports/schema";
import { hurryImport } from "@/lib/jobs";
import { readBytes } from "@/lib/server/body";
import { countUpload } from "@/lib/server/limit";
import { route } from "@/lib/server/route";

/** What a form adds to its file. */
const FORM = 64 * 1024;

/** Takes a file to be brought in, from a form; a browser without script is led to its page. */
export const POST = route(async (request) => {
  const user = await requireUser();
  await countUpload(user.id);
  const file = await readFile(request);
  const { id } = await startImport(user.id, {
    name: fileName.parse(file.name),
    type: file.type,
    bytes: Buffer.from(await file.arrayBuffer()),
  });
  await hurryImport(id);
  const location = `/library/imports/${id}`;
  const isForm = request.headers.get("accept")?.includes("text/html");
  if (isForm) return new Response(null, { status: 303, headers: { location } });
  return Response.json({ id }, { status: 201, headers: { location } });
});

async function readFile(request: Request): Promise<File> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) throw new Invalid("importEmpty", { field: "file" });
  const body = new Uint8Array(await readBytes(request, FILE_LIMIT + FORM));
  const headers = { "content-type": type };
  const form = await new Response(body, { headers }).formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File)) throw new Invalid("importEmpty", { field: "file" });
  return file;
}
