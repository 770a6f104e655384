import type { ByteSource } from "../../base/source.ts"
import { type Encoding, isEncoded } from "./csv.ts"

/** How the bytes of a text are read. */

/** The encoding that all bytes of a file are of; `undefined` where it is none of those that are read. */
export async function encodingOf(source: ByteSource, head: Uint8Array): Promise<Encoding | undefined> {
    if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
    if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be"
    const wide = wideOf(head)
    if (wide !== undefined) return (await isEncoded(source, wide)) ? wide : undefined
    if (await isEncoded(source, "utf-8")) return "utf-8"
    const old: readonly Encoding[] = isOfTaiwan(head) ? ["big5", "gb18030"] : ["gb18030", "big5"]
    for (const one of old) if (await isEncoded(source, one)) return one
    return undefined
}

/** The first characters; `undefined` where some of them are no text. */
export function decodedHead(head: Uint8Array, encoding: Encoding): string | undefined {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(head, { stream: true }).replace(/^\uFEFF/, "")
    return text.includes("\0") ? undefined : text
}

/** UTF-16 without a mark: figures and signs of a table have a byte of zeros, always on the same side. */
function wideOf(head: Uint8Array): Encoding | undefined {
    const zeros: [number, number] = [0, 0]
    const size = Math.min(head.length, 4096) & ~1
    for (let i = 0; i < size; i++) if (head[i] === 0) zeros[i & 1 ? 1 : 0]++
    const [high, low] = zeros
    // Of a table at least one character in eight is a figure, a sign or Latin.
    if (Math.max(high, low) < size / 16 || Math.min(high, low) > 0) return undefined
    return high > 0 ? "utf-16be" : "utf-16le"
}

const FEWEST = 10

/**
 * Big5 and GB18030 share most of their pairs of bytes. The second byte is below A1 in two of five characters of Big5, and
 * of those alone in GB18030 that GB 2312 does not have: rare ones, and those that were simplified.
 */
function isOfTaiwan(head: Uint8Array): boolean {
    let pairs = 0
    let low = 0
    for (let i = 0; i + 1 < head.length; i++) {
        if ((head[i] ?? 0) < 0x81) continue
        const second = head[++i] ?? 0
        pairs++
        if (second < 0xa1) low++
    }
    return pairs >= FEWEST && low > pairs / 5
}
