import type { FontFile } from "../../base/host.ts"

/** What workers have to read a file at once; the page's own types know only windows. */
declare class FileReaderSync {
    readAsArrayBuffer(blob: Blob): ArrayBuffer
}

/** Bytes that are read at once: with fewer, asking takes longer than reading. */
const AHEAD = 64 << 10

/** A file that is read without waiting, and stays with the browser, outside the memory of the script. Workers only. */
export function fileNow(blob: Blob): FontFile {
    let [from, window] = [0, new Uint8Array()]
    const read = (offset: number, length: number) =>
        new Uint8Array(new FileReaderSync().readAsArrayBuffer(blob.slice(offset, offset + length)))
    return {
        size: blob.size,
        read(offset, length) {
            if (offset < 0 || offset + length > blob.size) throw new RangeError("read past the end of a file")
            if (offset < from || offset + length > from + window.length)
                [from, window] = [offset, read(offset, Math.max(length, AHEAD))]
            return window.subarray(offset - from, offset - from + length)
        },
    }
}
