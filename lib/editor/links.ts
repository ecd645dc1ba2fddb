/** Longer addresses are no links that a person follows; keeps documents bounded. */
const ADDRESS_LIMIT = 2_000;

const PROTOCOLS = ["http:", "https:", "mailto:"];

/** Whether an address may stand in a link: of the web or of a mailbox, and nothing that runs. */
export function isLinkAddress(address: unknown): address is string {
  if (typeof address !== "string" || address.length > ADDRESS_LIMIT) return false;
  // Neither has a place in an address, and PostgreSQL stores neither.
  if (/\p{Cc}|\p{Surrogate}/u.test(address)) return false;
  return URL.canParse(address) && PROTOCOLS.includes(new URL(address).protocol);
}

/** Checks an attribute of ProseMirror. @throws RangeError when it is no such address */
export function requireLinkAddress(address: unknown): void {
  if (!isLinkAddress(address)) throw new RangeError("not the address of a link");
}
