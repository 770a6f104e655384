import { latin1, viewOf } from "../../base/bytes.ts"

/**
 * An archive or a program within a picture, a recording or a PDF, where whatever shows it passes over the rest: behind the
 * end, or in a part that nobody reads. Renamed, such a file opens as the other (图种).
 */

/** RAR 4 and 5, 7-Zip, ELF, and the head of a file in a ZIP (APPNOTE 6.3.10 §4.3.7): version, flags, method. */
const HEADS =
    /Rar!\x1a\x07[\0\x01]|7z\xbc\xaf\x27\x1c|\x7fELF[\x01\x02][\x01\x02]\x01\0|PK\x03\x04[\0-\x3f]\0[\0-\xff]{2}[\0-\x13\x5d-\x63]\0/
const ZIP_END = "PK\x05\x06"

/** Whether there is one by its head; of a ZIP its end, too. */
export function hidesFile(bytes: Uint8Array): boolean {
    const text = latin1(bytes)
    const head = HEADS.exec(text)
    if (head !== null && (!head[0].startsWith("PK") || text.includes(ZIP_END, head.index))) return true
    const view = viewOf(bytes)
    // A program of Windows says where its second head is.
    for (let at = text.indexOf("MZ"); at >= 0 && at + 64 <= bytes.length; at = text.indexOf("MZ", at + 1)) {
        const second = at + view.getUint32(at + 60, true)
        if (second + 4 <= bytes.length && text.startsWith("PE\0\0", second)) return true
    }
    return false
}
