import { findAddresses } from "./addresses.ts"

/** Hosts of links and mail addresses, each once, in their order. */
export function hostsOf(addresses: readonly string[]): readonly string[] {
    return [...new Set(addresses.flatMap((address) => findAddresses(address).slice(0, 1)).map(({ host }) => host))]
}
