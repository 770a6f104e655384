import { utf8 } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"

/** A text form of the product, `forms/<name>`, with the values that are known when it is made. */
export function fillForm(host: Host, name: string, values: Readonly<Record<string, string>>): Uint8Array {
    const fill = (_: string, key: string): string => (Object.hasOwn(values, key) ? (values[key] ?? "") : "")
    return utf8(host.asset(`forms/${name}`).replace(/\{\{(\w+)\}\}/g, fill))
}
