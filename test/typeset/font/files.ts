import { closeSync, fstatSync, openSync, readSync } from "node:fs"
import { join, resolve } from "node:path"
import type { FontFile } from "../../../src/base/host.ts"

export const FONTS = resolve(import.meta.dirname, "../../../fonts")

const handles = new Set<number>()
process.once("exit", () => {
    for (const handle of handles) closeSync(handle)
})

/** A file of `fonts/`, read piece by piece; counts what was read. */
export function openFont(name: string): FontFile & { bytesRead: number } {
    const handle = openSync(join(FONTS, name), "r")
    const file = {
        size: fstatSync(handle).size,
        bytesRead: 0,
        read(offset: number, length: number) {
            const out = new Uint8Array(length)
            if (readSync(handle, out, 0, length, offset) !== length) throw new RangeError("read past the end")
            file.bytesRead += length
            return out
        },
    }
    handles.add(handle)
    return file
}
