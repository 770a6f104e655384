import { utf8 } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { type Address, profileAddresses } from "../addresses/addresses.ts"
import { readYaml } from "../case/yaml.ts"

/**
 * Addresses of every profile at hand: an impostor of one desk may turn up in a case that concerns another. Profiles
 * are read without their schema, which takes most of the time; one that is damaged is reported where it is used.
 */
export function knownAddresses(host: Host): Address[] {
    const read = READ.get(host) ?? new Map<string, readonly Address[]>()
    READ.set(host, read)
    return host.recipients.flatMap((id) => {
        const name = `recipients/${id}.yaml`
        const source = host.asset(name)
        const found = read.get(source) ?? profileAddresses(readYaml(name, utf8(source), "drop").value)
        read.set(source, found)
        return found
    })
}

/** Addresses by the text of the profile: a host may serve many runs. */
const READ = new WeakMap<Host, Map<string, readonly Address[]>>()
