import { FontAbsent, type FontFile } from "../../base/host.ts"
import { issue, PacketError } from "../../base/issue.ts"
import { SCRIPT } from "../../base/lang.ts"
import { unifiedIdeograph } from "../../base/text/hygiene.ts"
import { blockGzipFile } from "./block-gzip.ts"
import { type Cluster, clusters, isQuote, isSpace, isUnseen, needsContext } from "./cluster.ts"
import type { FaceId, FaceStyle, FontSet, Glyph } from "./face.ts"
import { FACES, type FaceRecord, ORNAMENTS } from "./faces.data.ts"
import { type Kerning, readKerning } from "./kerning.ts"
import { needsShaping } from "./script.ts"
import { type Face, openFace } from "./sfnt.ts"

/** A {@link FontSet} whose faces can also be embedded. */
export interface FontLibrary extends FontSet {
    /** Opens a face, once. Throws an issue `font.file.unreadable` where its file is missing or damaged. */
    face(id: FaceId): Face
}

/** Faces of the user that are asked first, opened by `openUserFont`; a weight that is absent is set in our own. */
export interface UserFaces {
    readonly serif?: Readonly<Partial<Record<FaceStyle["weight"], Face>>>
    readonly sans?: Readonly<Partial<Record<FaceStyle["weight"], Face>>>
}

/**
 * The fonts of `fonts/` behind one door: Noto Serif or Sans SC in the weight asked for (for commands Noto Sans Mono), then, for what it lacks, Noto
 * Sans, Symbols 2, Math, Emoji, the other Chinese face, Hangul with ornaments, and HanaMinB for hanzi beyond the BMP. A
 * file is opened when the first character needs it. Glyphs are shared between calls: compare them by value, do not change them.
 *
 * @param open - A file of `fonts/` by name; see `Host.font`.
 * @param user - Faces that stand before all others of their family and weight.
 */
export function createFontSet(open: (name: string) => FontFile, user: UserFaces = {}): FontLibrary {
    const faces = new Map<FaceId, Face>()
    const firstOf = registerUserFaces(user, faces)
    function face(id: FaceId, codePoint?: number): Face {
        let opened = faces.get(id)
        if (opened === undefined) {
            opened = openRecord(open, recordOf(id), codePoint)
            faces.set(id, opened)
        }
        return opened
    }

    const kernings = new Map<Face, Kerning>()
    const shapers = new Map<string, (text: string) => readonly Glyph[]>()
    function shape(text: string, style: FaceStyle): readonly Glyph[] {
        const key = `${style.family} ${String(style.weight)} ${style.lang ?? "zh-CN"}`
        let shaper = shapers.get(key)
        if (shaper === undefined) {
            shaper = createShaper(style, face, firstOf(style))
            shapers.set(key, shaper)
        }
        return shaper(text)
    }
    return {
        face,
        shape,
        missing(text, style) {
            const absent = new Set<string>()
            for (const glyph of shape(text, style)) if (glyph.gid === 0) for (const c of glyph.text) absent.add(c)
            return [...absent]
        },
        kern(left, right) {
            if (left.face !== right.face) return 0
            const opened = face(left.face)
            let kerning = kernings.get(opened)
            if (kerning === undefined) {
                kerning = readKerning(opened.table("GPOS"))
                kernings.set(opened, kerning)
            }
            return Math.round((kerning(left.gid, right.gid) * 1000) / opened.unitsPerEm)
        },
    }
}

/** Puts the user's faces among the open ones, each under a name that no other face has. */
function registerUserFaces(user: UserFaces, faces: Map<FaceId, Face>): (style: FaceStyle) => FaceRecord | undefined {
    const records = new Map<Face, FaceRecord>()
    for (const face of [user.serif, user.sans].flatMap((family) => [family?.[400], family?.[700]])) {
        if (face === undefined || records.has(face)) continue
        let id = face.id
        for (let n = 2; faces.has(id) || FACES.some((record) => record.id === id); n++) id = `${face.id}-${String(n)}`
        faces.set(id, { ...face, id })
        records.set(face, { id, file: id, serif: face.serif, bold: face.bold, foreign: true })
    }
    return (style) => {
        const face = style.family === "mono" ? undefined : user[style.family]?.[style.weight]
        return face === undefined ? undefined : records.get(face)
    }
}

/** Faces to try, in order. */
export function fallbackChain(style: FaceStyle): readonly FaceId[] {
    const weight = style.weight === 700 ? "Bold" : "Regular"
    const [first, other] = style.family === "serif" ? ["Serif", "Sans"] : ["Sans", "Serif"]
    return [
        ...(style.family === "mono" ? ["NotoSansMono-Regular"] : []),
        `Noto${first}SC-${weight}`,
        `NotoSans-${weight}`,
        "NotoSansSymbols2-Regular",
        "NotoSansMath-Regular",
        "NotoEmoji-Regular",
        `Noto${other}SC-${weight}`,
        ORNAMENTS,
        "HanaMinB",
    ]
}

interface Choice {
    readonly record: FaceRecord
    readonly gid: number
}

/** A quote wider than this, in 1/1000 em, is a Chinese one. */
const WIDE = 800

function createShaper(
    style: FaceStyle,
    face: OpenFace,
    first: FaceRecord | undefined,
): (text: string) => readonly Glyph[] {
    const own = fallbackChain(style).map(recordOf)
    const chain = first === undefined ? own : [first, ...own]
    const picked = new Map<number, Choice | undefined>()
    function pick(codePoint: number): Choice | undefined {
        if (picked.has(codePoint)) return picked.get(codePoint)
        const isRefused = isUnseen(codePoint) || (needsShaping(codePoint) && !isOrnament(codePoint))
        // A compatibility ideograph that no face has looks like the one of which it is another code.
        const unified = unifiedIdeograph(String.fromCodePoint(codePoint))?.codePointAt(0)
        const choice = isRefused
            ? undefined
            : (search(chain, codePoint, face) ?? (unified === undefined ? undefined : search(chain, unified, face)))
        picked.set(codePoint, choice)
        return choice
    }
    function glyphOf(record: FaceRecord, gid: number, text: string): Glyph {
        return { face: record.id, gid, text, advance: face(record.id).advance(gid) }
    }
    function draw(cluster: Cluster): readonly Glyph[] {
        const { text, form } = cluster
        const choice = suited(cluster, pick(cluster.draw))
        const special = choice === undefined ? undefined : variant(chain, choice.record, cluster)
        if (special !== undefined) return [glyphOf(special.record, special.gid, text)]
        // A form that the face does not have is drawn piece by piece.
        if (form === "dash" || form === "keycap") return [...text].flatMap((c) => drawOne(c, c.codePointAt(0) ?? 0))
        return drawOne(text, cluster.draw, choice)
    }
    /** A quote of a user's face is taken only where it is as wide as its neighbours want; ours come in both widths. */
    function suited(cluster: Cluster, choice: Choice | undefined): Choice | undefined {
        if (choice?.record.foreign !== true || !isQuote(cluster.draw)) return choice
        const isWide = face(choice.record.id).advance(choice.gid) > WIDE
        return isWide === (cluster.form !== "narrow") ? choice : search(own, cluster.draw, face)
    }
    function drawOne(text: string, codePoint: number, choice = pick(codePoint)): readonly Glyph[] {
        if (choice !== undefined) return [glyphOf(choice.record, choice.gid, text)]
        return [{ face: chain[0]?.id ?? "", gid: 0, text, advance: 1000 }]
    }

    const context = {
        has: (codePoint: number) => pick(codePoint) !== undefined,
        chinese: SCRIPT[style.lang ?? "zh-CN"] === "han",
    }
    const cache = new Map<string, readonly Glyph[]>()
    const single = new Map<string, readonly Glyph[]>()
    return (text) => {
        const out: Glyph[] = []
        if (!needsContext(text)) {
            for (const character of text) {
                let glyphs = single.get(character)
                if (glyphs === undefined) {
                    glyphs = drawOne(character, character.codePointAt(0) ?? 0)
                    single.set(character, glyphs)
                }
                for (const glyph of glyphs) out.push(glyph)
            }
            return out
        }
        for (const cluster of clusters(text, context)) {
            const key =
                cluster.form === "plain" ? `${String(cluster.draw)} ${cluster.text}` : cluster.form + cluster.text
            let glyphs = cache.get(key)
            if (glyphs === undefined) {
                glyphs = draw(cluster)
                cache.set(key, glyphs)
            }
            for (const glyph of glyphs) out.push(glyph)
        }
        return out
    }
}

/** Signs that are set one by one as ornaments, although the writing system they come from needs shaping. */
function isOrnament(codePoint: number): boolean {
    return inRanges(recordOf(ORNAMENTS), codePoint)
}

/** True where the record does not say that its face lacks the code point. */
function inRanges(record: FaceRecord, codePoint: number): boolean {
    return record.ranges?.some(([first, last]) => codePoint >= first && codePoint <= last) ?? true
}

/** The first face with a visible glyph for a code point; glyphs without ink count for spaces only. */
function search(chain: readonly FaceRecord[], codePoint: number, face: OpenFace): Choice | undefined {
    for (const record of chain) {
        if (record.not?.includes(codePoint)) continue
        if (!inRanges(record, codePoint)) continue
        const opened = face(record.id, codePoint)
        const gid = opened.gid(codePoint)
        if (gid !== 0 && (isSpace(codePoint) || opened.hasInk(gid))) return { record, gid }
    }
    return undefined
}

function variant(chain: readonly FaceRecord[], record: FaceRecord, cluster: Cluster): Choice | undefined {
    const keycaps = chain.find((r) => r.keycaps !== undefined)
    const [from, gid] =
        cluster.form === "narrow"
            ? [record, record.narrowQuotes?.[cluster.draw]]
            : cluster.form === "dash"
              ? [record, record.doubleDash]
              : cluster.form === "keycap"
                ? [keycaps, keycaps?.keycaps?.[cluster.draw]]
                : [undefined, undefined]
    return from === undefined || gid === undefined ? undefined : { record: from, gid }
}

function recordOf(id: FaceId): FaceRecord {
    const record = FACES.find((r) => r.id === id)
    if (record === undefined) throw new RangeError(`no face ${id}`)
    return record
}

/** Opens a face, for a code point where one asks for it. */
type OpenFace = (id: FaceId, codePoint?: number) => Face

function openRecord(open: (name: string) => FontFile, record: FaceRecord, codePoint: number | undefined): Face {
    try {
        const file = open(record.file)
        return openFace(record.packed === true ? blockGzipFile(file) : file, record)
    } catch (cause) {
        const character = codePoint === undefined ? "" : String.fromCodePoint(codePoint)
        if (cause instanceof FontAbsent)
            throw new PacketError([issue("font.file.absent", [], { file: record.file, character })], { cause })
        throw new PacketError([issue("font.file.unreadable", [record.file], { file: record.file })], { cause })
    }
}
