import { latin1 } from "../../base/bytes.ts"
import { inflateUpTo } from "../../base/zip/inflate.ts"
import type { Effect } from "./contents.ts"

/** What a PDF does when somebody opens it, by the names in it; objects may be packed (ISO 32000-1 §7.5.7). */

/** Scripts, programs to start, files within (ISO 32000-1 §§7.11.4, 12.6.4.5, 12.6.4.16). */
const NAMES = ["JavaScript", "Launch", "RichMedia", "EmbeddedFile"]
/** Any letter of a name may be written by its number, `#4a` (§7.3.5). */
const written = (name: string): string => Array.from(name, (sign) => `(?:${sign}|#${numberOf(sign)})`).join("")
const numberOf = (sign: string): string =>
    sign
        .charCodeAt(0)
        .toString(16)
        .replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`)
const ACTIVE = new RegExp(`/(?:${NAMES.map(written).join("|")})(?![A-Za-z])`)
/**
 * What fetches without a click: a file on another machine, and an action on opening or on showing a page that asks for an
 * address or another file (§§7.11.2, 12.6.3, 12.6.4).
 */
const FETCHES =
    /\/U?F\s*\((?:\\{4}|\/\/)[\w.]|\/(?:OpenAction|AA)\s*<<[\s\S]{0,300}?\/S\s*\/(?:URI|SubmitForm|ImportData|GoToR|GoToE)(?![A-Za-z])/
const PACKED = /\/ObjStm(?![A-Za-z])/g
/** How far behind its type the data of a stream begin. */
const LONGEST_REST = 1024
/** Most bytes that one stream, and all of them, are unpacked to. */
const LARGEST_STREAM = 8 << 20
export const LARGEST_OBJECTS = 64 << 20

/**
 * What a PDF does: `active` where it holds scripts, programs to start or files; no proof that it does not, as of an encrypted
 * one. `room`: how many bytes of packed objects are looked at, less those of this one afterwards.
 */
export function pdfEffect(bytes: Uint8Array, room: { objects: number }): Effect | undefined {
    let found: Effect | undefined
    for (const text of objectsOf(bytes, room)) {
        if (ACTIVE.test(text)) return "active"
        if (FETCHES.test(text)) found = "remote"
    }
    return found
}

/** The file as it stands, then its packed objects. */
function* objectsOf(bytes: Uint8Array, room: { objects: number }): Generator<string> {
    const text = latin1(bytes)
    yield text
    // Every look counts, also one that gives nothing.
    for (const { index } of text.matchAll(PACKED)) {
        room.objects -= LONGEST_REST
        if (room.objects <= 0) break
        const [keyword] = /stream\r?\n/.exec(text.slice(index, index + LONGEST_REST)) ?? []
        if (keyword === undefined) continue
        const from = text.indexOf(keyword, index) + keyword.length
        const to = text.indexOf("endstream", from)
        if (to < 0) break
        const objects = inflateUpTo(bytes.subarray(from, to), Math.min(room.objects, LARGEST_STREAM))
        room.objects -= Math.max(to - from, objects.length)
        yield latin1(objects)
    }
}
