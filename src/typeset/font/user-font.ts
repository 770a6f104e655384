import type { FontFile } from "../../base/host.ts"
import { issue, PacketError } from "../../base/issue.ts"
import type { FontRule } from "../../base/issues/document.ts"
import { outlineFace, readFontkit } from "./fontkit-face.ts"
import { type Face, openFace } from "./sfnt.ts"

/** A font that the user supplies, for example the FangSong that came with the computer. */
export interface UserFont {
    readonly file: FontFile
    /** Its file name, for issues. */
    readonly name: string
    readonly serif: boolean
    readonly bold: boolean
    /** PostScript name of the font wanted from a collection (`.ttc`); without it, the first. */
    readonly member?: string
}

// Bits of `fsType` (OpenType 1.9 §OS/2). Of the first group the most permissive one holds; 0 permits all.
const USAGE = 0x000e
const NO_EMBEDDING = 0x0002
const NO_SUBSETTING = 0x0100
const BITMAPS_ONLY = 0x0200

/**
 * Opens a font of the user: TrueType, OpenType with CFF outlines, WOFF, WOFF2, collections. An ordinary TrueType file
 * is read piece by piece as our own are; everything else is loaded whole by fontkit, which is imported only then.
 *
 * Throws an issue `font.user.unreadable` for what is no usable font, and `font.user.restricted` where the font's own
 * flags forbid to put a part of it into a document.
 */
export async function openUserFont(font: UserFont): Promise<Face> {
    const opened = openPlain(font) ?? (await openOther(font))
    if (opened === undefined) throw new PacketError([issue("font.user.unreadable", [font.name], { file: font.name })])
    const rule = forbiddenBy(opened.fsType)
    if (rule !== undefined)
        throw new PacketError([issue("font.user.restricted", [font.name], { file: font.name, rule })])
    return opened.face
}

interface Opened {
    readonly face: Face
    readonly fsType: number
}

/** An ordinary TrueType file; `undefined` where it is anything else. */
function openPlain({ file, serif, bold }: UserFont): Opened | undefined {
    try {
        const version = String.fromCharCode(...file.read(0, 4))
        if (version !== "\u0000\u0001\u0000\u0000" && version !== "true") return undefined
        const face = openFace(file, { id: "", serif, bold })
        const os2 = face.table("OS/2")
        // Touches every table that is needed, so that a file which lacks one is not found out in the middle of a text.
        face.gid(0x20)
        face.outline(0)
        face.metrics(0)
        const fsType = 256 * (os2[8] ?? 0) + (os2[9] ?? 0)
        return { face: { ...face, id: safeName(postScriptName(face.table("name"))) }, fsType }
    } catch {
        return undefined
    }
}

async function openOther({ file, serif, bold, member }: UserFont): Promise<Opened | undefined> {
    try {
        const font = await readFontkit(file.read(0, file.size), member)
        if (font === undefined) return undefined
        const face = outlineFace(font, { id: safeName(font.postscriptName), serif, bold })
        face.outline(0)
        return { face, fsType: font.fsType }
    } catch {
        return undefined
    }
}

/** What forbids to embed a part of the font; `undefined` where nothing does. */
function forbiddenBy(fsType: number): FontRule | undefined {
    if ((fsType & USAGE) === NO_EMBEDDING) return "no-embedding"
    if ((fsType & NO_SUBSETTING) !== 0) return "no-subsetting"
    return (fsType & BITMAPS_ONLY) !== 0 ? "bitmaps-only" : undefined
}

/** Name 6 of the table in the encoding of Windows or, all letters being ASCII, of any other platform. */
function postScriptName(table: Uint8Array): string {
    const view = new DataView(table.buffer, table.byteOffset, table.byteLength)
    const storage = view.getUint16(4)
    for (let at = 6; at < 6 + 12 * view.getUint16(2); at += 12) {
        if (view.getUint16(at + 6) !== 6) continue
        const start = storage + view.getUint16(at + 10)
        return String.fromCharCode(...table.subarray(start, start + view.getUint16(at + 8)).filter((byte) => byte > 0))
    }
    return ""
}

/** A name of a PDF font: ASCII without delimiters, as PostScript names should be anyway. */
function safeName(name: string | null): string {
    const safe = (name ?? "").replace(/[^A-Za-z0-9-]/g, "").slice(0, 63)
    return safe === "" ? "UserFont" : safe
}
