import { contentsOf } from "./content.ts"
import {
    arrayOf,
    type Dict,
    decoded,
    decodedText,
    dictOf,
    numberOf,
    type PdfFile,
    pagesOf,
    type Value,
} from "./pdf-file.ts"

/** Fonts of the pages themselves (not those inside foreign pages), with the codes that are shown in each. */
export interface UsedFont {
    readonly name: string
    readonly ref: string
    readonly dict: Dict
    readonly descendant: Dict
    readonly descriptor: Dict
    readonly codes: ReadonlySet<number>
}

const READ = new WeakMap<PdfFile, readonly UsedFont[]>()

export function fontsOf(file: PdfFile): readonly UsedFont[] {
    const known = READ.get(file)
    if (known !== undefined) return known
    const contents = contentsOf(file)
    const byRef = new Map<string, UsedFont & { codes: Set<number> }>()
    for (const [i, page] of pagesOf(file).entries()) {
        const fonts = dictOf(file, dictOf(file, page.dict["/Resources"])["/Font"])
        for (const [key, ref] of Object.entries(fonts)) {
            const dict = dictOf(file, ref)
            const descendant = dictOf(file, arrayOf(file, dict["/DescendantFonts"])[0])
            const font = byRef.get(String(ref)) ?? {
                name: key.slice(1),
                ref: String(ref),
                dict,
                descendant,
                descriptor: dictOf(file, descendant["/FontDescriptor"]),
                codes: new Set<number>(),
            }
            byRef.set(String(ref), font)
            for (const drawn of contents[i]?.drawn ?? [])
                if (drawn.font === key.slice(1)) for (const code of drawn.codes ?? []) font.codes.add(code)
        }
    }
    const fonts = [...byRef.values()]
    READ.set(file, fonts)
    return fonts
}

const MAPS = new WeakMap<PdfFile, Map<string, ReadonlyMap<number, string>>>()

/** What the codes of a page's font stand for, by its ToUnicode map; empty where it has none. */
export function unicodeOf(file: PdfFile, page: number, font: string): ReadonlyMap<number, string> {
    const dict = pagesOf(file)[page]?.dict ?? {}
    const ref = dictOf(file, dictOf(file, dict["/Resources"])["/Font"])[`/${font}`]
    return toUnicodeMap(file, dictOf(file, ref)["/ToUnicode"])
}

export function toUnicodeMap(file: PdfFile, stream: Value | undefined): ReadonlyMap<number, string> {
    if (stream === undefined) return new Map()
    const maps = MAPS.get(file) ?? new Map<string, ReadonlyMap<number, string>>()
    MAPS.set(file, maps)
    let map = maps.get(String(stream))
    if (map === undefined) {
        map = readToUnicode(decodedText(file, stream))
        maps.set(String(stream), map)
    }
    return map
}

function readToUnicode(cmap: string): ReadonlyMap<number, string> {
    const map = new Map<number, string>()
    for (const [, block = ""] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
        for (const [, code = "", value = ""] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
            const units = (value.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))
            map.set(Number.parseInt(code, 16), String.fromCharCode(...units))
        }
    return map
}

/** The W array and its default (ISO 32000-1 §9.7.4.3), both of its forms. */
export function widthsOf(file: PdfFile, descendant: Dict): (cid: number) => number {
    const widths = new Map<number, number>()
    const items = arrayOf(file, descendant["/W"])
    for (let i = 0; i < items.length; ) {
        const first = numberOf(file, items[i]) ?? 0
        const next = items[i + 1]
        if (Array.isArray(next)) {
            for (const [k, width] of next.entries()) widths.set(first + k, numberOf(file, width) ?? Number.NaN)
            i += 2
        } else {
            for (let cid = first; cid <= Number(next); cid++)
                widths.set(cid, numberOf(file, items[i + 2]) ?? Number.NaN)
            i += 3
        }
    }
    const standard = numberOf(file, descendant["/DW"]) ?? 1000
    return (cid) => widths.get(cid) ?? standard
}

export interface Program {
    readonly glyphs: number
    /** In 1/1000 em. */
    advance(gid: number): number
    /** Bytes of its outline. */
    inked(gid: number): boolean
}

/** The embedded TrueType program, read by the tables' own offsets. Throws where a table is missing or too short. */
export function programOf(file: PdfFile, descriptor: Dict): Program {
    const bytes = decoded(file, descriptor["/FontFile2"])
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const places = new Map<string, number>()
    for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16)
        places.set(Buffer.from(bytes.subarray(at, at + 4)).toString("latin1"), view.getUint32(at + 8))
    const place = (tag: string): number => {
        const found = places.get(tag)
        if (found === undefined) throw new Error(`no table ${tag}`)
        return found
    }
    const unitsPerEm = view.getUint16(place("head") + 18)
    const long = view.getInt16(place("head") + 50) === 1
    const full = view.getUint16(place("hhea") + 34)
    const offset = (i: number): number => {
        return long ? view.getUint32(place("loca") + 4 * i) : 2 * view.getUint16(place("loca") + 2 * i)
    }
    return {
        glyphs: view.getUint16(place("maxp") + 4),
        advance: (gid) => (view.getUint16(place("hmtx") + 4 * Math.min(gid, full - 1)) * 1000) / unitsPerEm,
        inked: (gid) => offset(gid + 1) > offset(gid),
    }
}
