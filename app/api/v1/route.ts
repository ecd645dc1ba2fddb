/** What answers here, for a client that wants to know before it asks for more. */
export function GET(): Response {
  return Response.json({ name: "Postil", version: 1 });
}
