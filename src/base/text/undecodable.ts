import { fromUtf8 } from "../bytes.ts"

/** Names of files whose bytes are no UTF-8, as a ZIP of an older Windows leaves them on Linux. */

const SLASH = 0x2f

/** A path: names in UTF-8 as they are, of others every byte that is not ASCII as `\xFF`. */
export function showBytes(path: Uint8Array): string {
    const names: string[] = []
    for (let at = 0; at <= path.length; ) {
        const end = path.indexOf(SLASH, at)
        const name = path.subarray(at, end === -1 ? path.length : end)
        names.push(fromUtf8(name) ?? escaped(name))
        at += name.length + 1
    }
    return names.join("/")
}

function escaped(name: Uint8Array): string {
    return Array.from(name, (byte) =>
        byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`,
    ).join("")
}

/** What a Chinese Windows would read in the bytes; empty where that makes no sense either. */
export function gbkReading(bytes: Uint8Array): string {
    try {
        const text = new TextDecoder("gb18030", { fatal: true }).decode(bytes)
        return /\p{Script=Han}/u.test(text) && !/[\p{Cc}\p{Co}\p{Cn}\uFFFD]/u.test(text) ? text : ""
    } catch {
        return ""
    }
}
