import { utf8 } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { readYaml, type YamlInput } from "../case/yaml.ts"

/** The file of a profile as YAML, not held against any schema. */
export interface ProfileFile {
    /** What messages call it. */
    readonly file: string
    readonly source: string
    readonly yaml: YamlInput
}

/** The file of one of the host's profiles; a run asks for the same one again and again. */
export function profileFile(host: Host, id: string): ProfileFile {
    const name = `recipients/${id}.yaml`
    const source = host.asset(name)
    const read = READ.get(host) ?? new Map<string, ProfileFile>()
    READ.set(host, read)
    const known = read.get(id)
    if (known?.source === source) return known
    const file = host.assetPath?.(name) ?? name
    const found = { file, source, yaml: readYaml(file, utf8(source), "drop") }
    read.set(id, found)
    return found
}

/** What a profile holds, unchecked and without the places in its file, which take most of the time. */
export function profileValue(host: Host, id: string): unknown {
    const name = `recipients/${id}.yaml`
    return host.made?.(name, host.asset(name)) ?? profileFile(host, id).yaml.value
}

/** Held against the text: a host may serve many runs, and its files may change between them. */
const READ = new WeakMap<Host, Map<string, ProfileFile>>()
