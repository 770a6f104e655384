import { fromUtf8 } from "../bytes.ts"
import { type ByteSource, type NamedSource, sliceSource } from "../source.ts"

/** Header and file contents are filled up to blocks (POSIX.1-2017, pax, "ustar Interchange Format"). */
const BLOCK = 512
const MOST_FILES = 20_000
/** A long name, of the old or the new kind, is no more than that. */
const LONGEST_NAME = 1 << 16

/** Whether bytes begin a tar archive. */
export const isTar = (head: Uint8Array): boolean => head.length >= BLOCK && isHeader(head)

/** The files of a tar archive, as windows into it; `undefined` for one that is damaged or holds too many. */
export async function readTar(source: ByteSource): Promise<readonly NamedSource[] | undefined> {
    const files: NamedSource[] = []
    let long: string | undefined
    let at = 0
    while (at + BLOCK <= source.size) {
        const head = await source.read(at, BLOCK)
        if (head.every((byte) => byte === 0)) return files
        const size = octal(head, 124, 12)
        at += BLOCK
        if (!isHeader(head) || size === undefined || at + size > source.size) return undefined
        const kind = String.fromCharCode(head[156] ?? 0)
        if (kind === "L" || kind === "x") {
            if (size > LONGEST_NAME) return undefined
            const text = nameOf(await source.read(at, size))
            long = kind === "L" ? text : (/(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1] ?? long)
        } else {
            const folder = magic(head) === "ustar\0" ? nameOf(head.subarray(345, 500)) : ""
            const name = long ?? (folder === "" ? "" : `${folder}/`) + nameOf(head.subarray(0, 100))
            long = undefined
            if (files.length === MOST_FILES) return undefined
            if (kind === "0" || kind === "\0") files.push({ name, source: sliceSource(source, at, size) })
        }
        at += Math.ceil(size / BLOCK) * BLOCK
    }
    return files
}

const magic = (head: Uint8Array): string => String.fromCharCode(...head.subarray(257, 263))

/** The sum of all bytes of a header, those of the sum itself taken as blanks. */
function isHeader(head: Uint8Array): boolean {
    const sum = head.subarray(0, BLOCK).reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 32 : byte), 0)
    return octal(head, 148, 8) === sum
}

function octal(head: Uint8Array, from: number, length: number): number | undefined {
    const text = String.fromCharCode(...head.subarray(from, from + length)).replace(/^ +|[ \0]+$/g, "")
    return /^[0-7]{1,11}$/.test(text) ? Number.parseInt(text, 8) : undefined
}

/** Up to the first zero byte. */
function nameOf(bytes: Uint8Array): string {
    const end = bytes.indexOf(0)
    const name = end === -1 ? bytes : bytes.subarray(0, end)
    return fromUtf8(name) ?? new TextDecoder("gb18030").decode(name)
}
