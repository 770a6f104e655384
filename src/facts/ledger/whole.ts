import { isCompound, isLockedOffice } from "../../base/compound-file.ts"
import { type ByteSource, readAll } from "../../base/source.ts"
import { readMarkup } from "../../typeset/office/markup-read.ts"
import type { ReadSheet, Wanted } from "../../typeset/office/sheet.ts"
import { readXls, type XlsFaultName } from "../../typeset/office/xls-read.ts"
import { readXlsx } from "../../typeset/office/xlsx-read.ts"
import type { Encoding } from "./csv.ts"
import { decodedHead, encodingOf } from "./encoding.ts"

/** Files that are read whole: workbooks, old and new, and pages of HTML or XML with tables in them. */

export interface Whole {
    readonly sheets: readonly ReadSheet[]
    readonly countsFrom1904: boolean
    /** Of a page. */
    readonly encoding?: Encoding
    /** It asks for something to be typed, as pages to sign in on do, or runs a script. */
    readonly isPage?: boolean
}

export interface WholeFault {
    readonly fault: "damaged" | "html" | "office" | "old-xls" | "password" | "too-large"
}

/** A larger one is exported as CSV. */
const LARGEST = 64 << 20
const ZIP: readonly number[] = [0x50, 0x4b, 3, 4]

/** @returns `undefined` for a file that is no workbook and no page. */
export async function readWhole(
    source: ByteSource,
    head: Uint8Array,
    wanted: Wanted = {},
): Promise<Whole | WholeFault | undefined> {
    if (begins(head, ZIP))
        return source.size > LARGEST ? { fault: "too-large" } : newWorkbook(await readAll(source), wanted)
    if (isCompound(head)) {
        if (await isLockedOffice(source)) return { fault: "password" }
        return source.size > LARGEST ? { fault: "too-large" } : oldWorkbook(await readAll(source), wanted)
    }
    return readPage(source, head)
}

export function begins(head: Uint8Array, bytes: readonly number[]): boolean {
    return bytes.every((byte, i) => head[i] === byte)
}

function newWorkbook(bytes: Uint8Array, wanted: Wanted): Whole | WholeFault {
    const { sheets, countsFrom1904 = false, issues } = readXlsx(bytes, [], wanted)
    if (sheets !== undefined) return { sheets, countsFrom1904 }
    const [found] = issues
    if (found?.code === "office.file.too-large") return { fault: "too-large" }
    // A ZIP of an old format is one behind a password.
    return { fault: found?.code === "office.file.old-format" ? "password" : "damaged" }
}

const OLD_FAULTS: Readonly<Record<XlsFaultName, WholeFault["fault"]>> = {
    old: "old-xls",
    password: "password",
    damaged: "damaged",
    "too-large": "too-large",
}

async function oldWorkbook(bytes: Uint8Array, wanted: Wanted): Promise<Whole | WholeFault> {
    const read = await readXls(bytes, wanted)
    return typeof read === "string" ? { fault: OLD_FAULTS[read] } : read
}

async function readPage(source: ByteSource, head: Uint8Array): Promise<Whole | WholeFault | undefined> {
    // Looked at without its encoding first, which takes reading all of the file to tell.
    const bare = new TextDecoder("latin1")
        .decode(head.subarray(0, 1024))
        .replace(/[\0\u00ef\u00bb\u00bf\u00fe\u00ff]/g, "")
    if (!/^\s*</.test(bare)) return undefined
    const encoding = await encodingOf(source, head)
    const text = encoding === undefined ? undefined : decodedHead(head, encoding)
    if (text === undefined || encoding === undefined) return undefined
    if (!/^\s*<(?:!doctype|!--|html|\?xml|table|div|head|body|script|meta|style)/i.test(text)) return undefined
    if (source.size > LARGEST) return { fault: "too-large" }
    const page = new TextDecoder(encoding).decode(await readAll(source))
    if (/<(?:office:)?document[\s>]/.test(page.slice(0, head.length))) return { fault: "office" }
    const sheets = readMarkup(page)
    if (sheets === undefined) return { fault: "too-large" }
    const isPage = /<(?:form|input|script)\b/i.test(page)
    return { sheets, countsFrom1904: false, encoding, ...(isPage ? { isPage } : {}) }
}
