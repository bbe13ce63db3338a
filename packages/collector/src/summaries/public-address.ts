import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** Networks that are nobody's on the internet: RFC 6890 and its followers. A collector must not be a way into them. */
const closed = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  closed.addSubnet(network, bits, "ipv4");
// The last three carry an IPv4 address inside, which may be any.
for (const [network, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
  ["2001:db8::", 32],
  ["64:ff9b::", 96],
  ["2002::", 16],
  ["2001::", 32],
] as const)
  closed.addSubnet(network, bits, "ipv6");

/** Whether an address is one of the internet's. IPv4 inside IPv6 is judged as IPv4. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !closed.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** What is wrong with a webhook's address before anything is asked, or `null`. */
export function addressProblem(url: string, allowPrivate: boolean): string | null {
  if (!URL.canParse(url)) return "is no address: write one like https://hooks.example/waymark.";
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== "" || password !== "") return "holds a password: leave it out, every summary is signed.";
  if (protocol === "https:" || (protocol === "http:" && allowPrivate)) {
    const bare = hostname.replace(/^\[|\]$/g, "");
    if (allowPrivate || isIP(bare) === 0 || isPublic(bare)) return null;
    return "is an address of a private network: allow those with --summary-private, or name a public one.";
  }
  return "is not https: a summary does not travel in the open.";
}

/**
 * The addresses of a host, all of which must be public. They are what the connection is then made to, so that a name that
 * says something else a moment later leads nowhere.
 *
 * @throws Error where one of them is private and that is not allowed, or where there is none.
 */
export async function addressesOf(host: string, allowPrivate: boolean): Promise<LookupAddress[]> {
  const found = await lookup(host.replace(/^\[|\]$/g, ""), { all: true });
  const hidden = found.find(({ address }) => !isPublic(address));
  if (!allowPrivate && hidden !== undefined) throw new PrivateAddressError(host);
  return found;
}

/** A public name that leads into a private network. */
export class PrivateAddressError extends Error {
  constructor(host: string) {
    super(`${host} leads to an address of a private network`);
  }
}
