import { spawnSync } from "node:child_process"
import { inflateSync } from "node:zlib"
import { fileOf } from "../typeset/pdf/run.ts"

/**
 * A PDF as qpdf reads it: a parser that shares nothing with the writer. Names keep their slash, strings begin with
 * `u:` (text) or `b:` (bytes in hexadecimal), references read `7 0 R`.
 */
export type Value = null | boolean | number | string | Value[] | Dict
export interface Dict {
    [key: string]: Value
}
export interface Stream {
    readonly dict: Dict
    /** As in the file; see {@link decoded}. */
    data: Uint8Array
}
export interface PdfFile {
    bytes: Uint8Array
    readonly objects: Map<string, Value | Stream>
    readonly trailer: Dict
}

/** Reads a file; fails where qpdf finds anything wrong with it. */
export function readPdf(bytes: Uint8Array): PdfFile {
    const path = fileOf(bytes)
    const args = ["--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=none", path]
    const { status, stdout, stderr } = spawnSync("qpdf", args, { encoding: "utf8", maxBuffer: 1 << 29 })
    if (status !== 0) throw new Error(`qpdf: ${String(status)} ${stderr}`)
    const [, content] = (JSON.parse(stdout) as { qpdf: [unknown, Record<string, JsonObject>] }).qpdf
    const objects = new Map<string, Value | Stream>()
    let trailer: Dict = {}
    for (const [key, object] of Object.entries(content)) {
        if (key === "trailer") trailer = object.value as Dict
        else if (object.stream === undefined) objects.set(key.slice(4), object.value ?? null)
        else {
            const { dict, data } = object.stream
            objects.set(key.slice(4), { dict, data: new Uint8Array(Buffer.from(data, "base64")) })
        }
    }
    return { bytes, objects, trailer }
}

interface JsonObject {
    readonly value?: Value
    readonly stream?: { readonly dict: Dict; readonly data: string }
}

/** A copy that can be damaged. */
export function copyOf({ bytes, objects, trailer }: PdfFile): PdfFile {
    return { bytes: bytes.slice(), objects: structuredClone(objects), trailer: structuredClone(trailer) }
}

export function isStream(value: unknown): value is Stream {
    return typeof value === "object" && value !== null && "dict" in value && "data" in value
}
const REFERENCE = /^\d+ \d+ R$/
export function isReference(value: unknown): value is string {
    return typeof value === "string" && REFERENCE.test(value)
}

/** What a value stands for. */
export function resolve(file: PdfFile, value: Value | undefined): Value | Stream | undefined {
    return isReference(value) ? file.objects.get(value) : value
}
/** The dictionary, or that of the stream; empty where there is none. */
export function dictOf(file: PdfFile, value: Value | undefined): Dict {
    const found = resolve(file, value)
    if (isStream(found)) return found.dict
    return typeof found === "object" && found !== null && !Array.isArray(found) ? found : {}
}
export function arrayOf(file: PdfFile, value: Value | undefined): Value[] {
    const found = resolve(file, value)
    return Array.isArray(found) ? found : []
}
export function numberOf(file: PdfFile, value: Value | undefined): number | undefined {
    const found = resolve(file, value)
    return typeof found === "number" ? found : undefined
}
export function numbersOf(file: PdfFile, value: Value | undefined): number[] {
    return arrayOf(file, value).map((item) => numberOf(file, item) ?? Number.NaN)
}
/** A name without its slash. */
export function nameOf(file: PdfFile, value: Value | undefined): string | undefined {
    const found = resolve(file, value)
    return typeof found === "string" && found.startsWith("/") ? found.slice(1) : undefined
}
/** A text string; one of other bytes is given as Latin-1. */
export function textOf(file: PdfFile, value: Value | undefined): string | undefined {
    const found = resolve(file, value)
    if (typeof found !== "string") return undefined
    if (found.startsWith("u:")) return found.slice(2)
    return found.startsWith("b:") ? Buffer.from(found.slice(2), "hex").toString("latin1") : undefined
}

/** Bytes of a stream; only the filter that our writer uses for what must be read. */
export function decoded(file: PdfFile, value: Value | undefined): Uint8Array {
    const stream = resolve(file, value)
    if (!isStream(stream)) throw new Error("no stream")
    const filter = nameOf(file, stream.dict["/Filter"])
    if (filter === undefined) return stream.data
    if (filter !== "FlateDecode") throw new Error(`filter ${filter}`)
    return new Uint8Array(inflateSync(stream.data))
}
export function decodedText(file: PdfFile, value: Value | undefined): string {
    return Buffer.from(decoded(file, value)).toString("latin1")
}

export function catalogOf(file: PdfFile): Dict {
    return dictOf(file, file.trailer["/Root"])
}

/** Pages in order, each with its reference. */
export function pagesOf(file: PdfFile): { ref: string; dict: Dict }[] {
    const pages: { ref: string; dict: Dict }[] = []
    const visit = (ref: Value | undefined): void => {
        const dict = dictOf(file, ref)
        if (nameOf(file, dict["/Type"]) === "Page") pages.push({ ref: String(ref), dict })
        else for (const kid of arrayOf(file, dict["/Kids"])) visit(kid)
    }
    visit(catalogOf(file)["/Pages"])
    return pages
}

/** Every dictionary of the file, those of streams and those inside of others too, with the object it stands in. */
export function dictionaries(file: PdfFile): { ref: string; dict: Dict }[] {
    const found: { ref: string; dict: Dict }[] = []
    const visit = (ref: string, value: Value): void => {
        if (Array.isArray(value)) for (const item of value) visit(ref, item)
        else if (typeof value === "object" && value !== null) {
            found.push({ ref, dict: value })
            for (const item of Object.values(value)) visit(ref, item)
        }
    }
    for (const [ref, object] of file.objects) visit(ref, isStream(object) ? object.dict : object)
    visit("trailer", file.trailer)
    return found
}

/** Every string, name and number of the file. */
export function scalars(file: PdfFile): (string | number)[] {
    const found: (string | number)[] = []
    const visit = (value: Value): void => {
        if (Array.isArray(value)) value.forEach(visit)
        else if (typeof value === "object" && value !== null)
            for (const [key, item] of Object.entries(value)) {
                found.push(key)
                visit(item)
            }
        else if (typeof value === "string" || typeof value === "number") found.push(value)
    }
    for (const object of file.objects.values()) visit(isStream(object) ? object.dict : object)
    visit(file.trailer)
    return found
}

export function streams(file: PdfFile): { ref: string; stream: Stream }[] {
    return [...file.objects].flatMap(([ref, object]) => (isStream(object) ? [{ ref, stream: object }] : []))
}
