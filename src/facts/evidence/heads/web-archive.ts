import { fromUtf8 } from "../../../base/bytes.ts"
import { readJson } from "../../../base/json.ts"
import { readMailHead } from "./mail.ts"
import { shorten } from "./shorten.ts"

/**
 * What a web archive says of itself (WACZ 1.2, `datapackage.json` and `pages/pages.jsonl`), or a page that was saved as
 * one file (RFC 2557).
 */
export interface WebArchiveHead {
    readonly kind: "web-archive"
    /** Texts are empty where nothing is said. */
    readonly title: string
    readonly created: string
    readonly software: string
    readonly pages: number
    /** The first page, with the time at which it was taken. */
    readonly firstUrl: string
    readonly firstAt: string
}

/** Reads the two lists; what they do not hold as they should is left empty. */
export function readWebArchive(datapackage: Uint8Array, pages: Uint8Array | undefined): WebArchiveHead {
    const about = parsed(datapackage)
    const lines = (fromUtf8(pages ?? new Uint8Array(0)) ?? "").split(/\r?\n/)
    const urls = lines.filter((line) => /"url"\s*:/.test(line))
    const first = parsed(new TextEncoder().encode(urls[0] ?? ""))
    return {
        kind: "web-archive",
        title: text(about, "title"),
        created: text(about, "created"),
        software: text(about, "software"),
        pages: urls.length,
        firstUrl: text(first, "url"),
        firstAt: text(first, "ts"),
    }
}

/** Reads the fields in front of a saved page and the address of its first part. */
export function readSavedPage(bytes: Uint8Array): WebArchiveHead | undefined {
    const head = readMailHead(bytes)
    const [, address = ""] = /^(?:Snapshot-)?Content-Location:\s*(\S+)/im.exec(new TextDecoder().decode(bytes)) ?? []
    if (head === undefined) return undefined
    const { subject: title, date: created, from: software } = head
    return { kind: "web-archive", title, created, software, pages: 1, firstUrl: shorten(address), firstAt: "" }
}

function parsed(bytes: Uint8Array): unknown {
    const read = readJson(bytes)
    return "value" in read ? read.value : undefined
}

function text(value: unknown, name: string): string {
    if (typeof value !== "object" || value === null) return ""
    const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1]
    return typeof found === "string" ? shorten(found) : ""
}
