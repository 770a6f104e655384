/**
 * EXIF facts of a TIFF structure (EXIF 2.32, TIFF 6.0). Only the fields that an evidence list shows are read, and of a
 * place only that there is one: coordinates never leave the file. Not verified: attacker-controlled; whatever does not
 * fit is left out, never guessed, and never fails an import.
 */
export interface Exif {
    /** `2023-03-21T01:49:08`, with the offset behind it when the camera wrote one; local time of the camera. */
    readonly takenAt?: string
    readonly make?: string
    readonly model?: string
    /** 1 to 8; 1 is upright. */
    readonly orientation?: number
    /** Present when the file holds coordinates. Their value is not read. */
    readonly gps?: true
}

const TAG = {
    width: 0x100,
    height: 0x101,
    make: 0x10f,
    model: 0x110,
    orientation: 0x112,
    exifIfd: 0x8769,
    gpsIfd: 0x8825,
    takenAt: 0x9003,
    takenOffset: 0x9011,
} as const
const LONGEST_TEXT = 64
const MOST_ENTRIES = 1000

type Field = { readonly text: string } | { readonly value: number }
type Directory = ReadonlyMap<number, Field>

/** Reads the facts of a TIFF block: a `.tif` file, or what follows `Exif\0\0`. Empty when it is none. */
export function readExif(block: Uint8Array): Exif {
    const reader = openTiff(block)
    if (!reader) return {}
    const main = reader.directory(reader.first)
    const camera = reader.directory(numberAt(main, TAG.exifIfd) ?? 0)
    const gps = reader.directory(numberAt(main, TAG.gpsIfd) ?? 0)
    const orientation = numberAt(main, TAG.orientation)
    const takenAt = printTaken(textAt(camera, TAG.takenAt), textAt(camera, TAG.takenOffset))
    const make = textAt(main, TAG.make)
    const model = textAt(main, TAG.model)
    return {
        ...(takenAt !== undefined && { takenAt }),
        ...(make !== undefined && { make }),
        ...(model !== undefined && { model }),
        ...(orientation !== undefined && orientation >= 1 && orientation <= 8 && { orientation }),
        // Version alone (tag 0) says nothing of a place.
        ...([...gps.keys()].some((tag) => tag >= 1 && tag <= 4) && { gps: true as const }),
    }
}

/** Size of a `.tif` image in pixels, from its first directory. */
export function readTiffSize(block: Uint8Array): { widthPx: number; heightPx: number } | undefined {
    const reader = openTiff(block)
    const main = reader?.directory(reader.first)
    const widthPx = main && numberAt(main, TAG.width)
    const heightPx = main && numberAt(main, TAG.height)
    return widthPx !== undefined && heightPx !== undefined ? { widthPx, heightPx } : undefined
}

function openTiff(block: Uint8Array): { first: number; directory: (at: number) => Directory } | undefined {
    if (block.length < 8) return undefined
    const view = new DataView(block.buffer, block.byteOffset, block.byteLength)
    const order = view.getUint16(0)
    if (order !== 0x4949 && order !== 0x4d4d) return undefined
    const little = order === 0x4949
    if (view.getUint16(2, little) !== 42) return undefined
    return { first: view.getUint32(4, little), directory: (at) => readDirectory(view, at, little) }
}

/** One directory. The pointer to a next one is not followed, so a loop of directories has no effect. */
function readDirectory(view: DataView, at: number, little: boolean): Directory {
    const fields = new Map<number, Field>()
    if (at < 8 || at + 2 > view.byteLength) return fields
    const count = Math.min(view.getUint16(at, little), MOST_ENTRIES)
    for (let entry = at + 2; entry < at + 2 + count * 12 && entry + 12 <= view.byteLength; entry += 12) {
        const tag = view.getUint16(entry, little)
        const type = view.getUint16(entry + 2, little)
        const size = view.getUint32(entry + 4, little)
        if (type === 2) {
            const start = size <= 4 ? entry + 8 : view.getUint32(entry + 8, little)
            if (start + size <= view.byteLength)
                fields.set(tag, { text: ascii(view, start, Math.min(size, LONGEST_TEXT)) })
        } else if (type === 3) fields.set(tag, { value: view.getUint16(entry + 8, little) })
        else if (type === 4) fields.set(tag, { value: view.getUint32(entry + 8, little) })
        else fields.set(tag, { text: "" }) // present, of a type that no field here has
    }
    return fields
}

/** Printable ASCII up to the first NUL, blanks at the ends off. */
function ascii(view: DataView, start: number, size: number): string {
    let out = ""
    for (let i = start; i < start + size; i++) {
        const byte = view.getUint8(i)
        if (byte === 0) break
        if (byte >= 0x20 && byte < 0x7f) out += String.fromCharCode(byte)
    }
    return out.trim()
}

function textAt(fields: Directory, tag: number): string | undefined {
    const field = fields.get(tag)
    return field !== undefined && "text" in field && field.text !== "" ? field.text : undefined
}
function numberAt(fields: Directory, tag: number): number | undefined {
    const field = fields.get(tag)
    return field !== undefined && "value" in field ? field.value : undefined
}

/** `2023:03:21 01:49:08` and `+08:00` as RFC 3339 writes them; a clock that was never set (`0000:...`) is no time. */
function printTaken(taken: string | undefined, offset: string | undefined): string | undefined {
    const parts = /^((?:19|20)\d\d):(0[1-9]|1[0-2]):(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):([0-5]\d):([0-5]\d)/.exec(
        taken ?? "",
    )
    if (!parts) return undefined
    const [, year = "", month = "", day = "", hour = "", minute = "", second = ""] = parts
    const zone = offset !== undefined && /^[+-](?:0\d|1[0-4]):[0-5]\d$/.test(offset) ? offset : ""
    return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`
}
